"""From the button on Mig to the tap on the nudge: a real phone, a real worker, and a push service that decrypts."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.reach.subscribe import Subscription
from parts.places import PYTHON, ROOT
from tests.browsing import FLAGS, Windows
from tests.conftest import StartServer
from tests.phone.worker import expect_so, expect_worker
from tests.reach.services import PushService
from tests.server import Server
from tests.services import wait_until

TRIES = 3
SHOWN = "navigator.serviceWorker.ready.then((ready) => ready.getNotifications())"
TITLES = f"{SHOWN}.then((all) => all.map(({{ title, tag }}) => [title, tag]))"
TAP = """async () => { const [shown] = await registration.getNotifications();
  const tapped = new NotificationEvent("notificationclick", { notification: shown });
  dispatchEvent(tapped); }"""
SUBSCRIBES = """{ const given = %s;
  PushManager.prototype.subscribe = async () => ({ ...given, toJSON: () => given }); }"""
FILL = """(given) => { const form = document.querySelector("form[data-push-key]");
  for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
  form.requestSubmit(); }"""


@pytest.fixture
def windows(browser: Browser, chromium: Path) -> Iterator[Windows]:
    """Of a whole browser: the lesser one shows nobody a notification."""
    whole = browser.browser_type.launch(executable_path=chromium, args=FLAGS)
    opened = Windows(whole)
    yield opened
    opened.close()
    whole.close()


@pytest.fixture
def server(live_server_process: StartServer, service: PushService) -> Iterator[Server]:
    """With the push service let through, and the worker beside it."""
    server = live_server_process(TAVLEN_PUSH_TRIAL=service.origin)
    env = server.processes[0].env
    with subprocess.Popen([PYTHON, "manage.py", "work"], cwd=ROOT, env=env) as worker:
        yield server
        worker.terminate()


def test_a_nudge_reaches_the_phone_and_opens_its_page(windows: Windows, server: Server, service: PushService) -> None:
    phone = windows.open_as("citizen", server, service_workers="allow", permissions=["notifications"])
    expect_worker(phone)
    phone.goto("/push/")
    given = service.subscribe(str(phone.locator("form[data-push-key]").get_attribute("data-push-key")))
    phone.evaluate(FILL, {"endpoint": given.endpoint, "p256dh": given.p256dh, "auth": given.auth})
    expect(phone.get_by_role("heading", name="Du får besked her")).to_be_visible()
    phone.get_by_role("button", name="Send en prøve").click()
    wait_until(lambda: bool(service.told(given)), "the nudge", seconds=30)
    (told,) = service.told(given)
    assert told["notification"]["title"] == "Der er nyt"

    deliver(phone, server, told, "all.length === 1")
    news = {"title": "Mere nyt", "lang": "da", "tag": "trial", "navigate": f"{server.url}/devices/?week=1"}
    deliver(phone, server, {"web_push": 8030, "notification": news, "app_badge": 2}, "String(all) === 'Mere nyt,trial'")
    tap(phone)
    phone.wait_for_url("**/devices/?week=1")
    expect_so(phone, f"{TITLES}.then((all) => all.length === 0)")

    # Of another group: the browser closes what was tapped once more, a little later, by its group.
    elsewhere = {"title": "Andet", "tag": "other", "navigate": "https://elsewhere.example/"}
    deliver(phone, server, {"notification": elsewhere}, "String(all) === 'Andet,other'")
    tap(phone)
    phone.wait_for_url("**/today/")

    deliver(phone, server, "not what we send", "String(all) === 'Tavlen,news'")


def test_the_phone_is_asked_only_when_its_person_presses(windows: Windows, server: Server) -> None:
    """This browser has no push service to go to: its person reads so, and the button is still there."""
    phone = windows.open_as("citizen", server, service_workers="allow", permissions=["notifications"])
    phone.add_init_script("Notification.requestPermission = async () => { window.asked = true; return 'granted'; }")
    expect_worker(phone)
    phone.goto("/push/")
    button = phone.get_by_role("button", name="Ja, giv mig besked her")
    expect(button).to_be_visible()
    expect(phone.locator("[data-push=none]")).to_be_hidden()
    assert not phone.evaluate("window.asked")
    button.click()
    expect(phone.get_by_text("Det lykkedes ikke. Prøv igen om lidt.")).to_be_visible()
    assert phone.evaluate("window.asked")
    expect(button).to_be_visible()


def test_what_died_without_a_word_is_made_anew_when_tavlen_is_opened(
    windows: Windows, server: Server, service: PushService
) -> None:
    """Debian's browser has no push service of its own: its subscriptions are ours, all else is the phone's."""
    phone = windows.open_as("citizen", server, service_workers="allow", permissions=["notifications"])
    expect_worker(phone)
    phone.goto("/push/")
    key = str(phone.locator("form[data-push-key]").get_attribute("data-push-key"))
    first = hand_out(phone, service, key)
    phone.goto("/push/")
    phone.get_by_role("button", name="Ja, giv mig besked her").click()
    expect(phone.get_by_role("heading", name="Du får besked her")).to_be_visible()
    service.expire(first)
    phone.get_by_role("button", name="Send en prøve").click()
    expect_so(phone, "fetch('/push/').then((page) => page.text()).then((text) => text.includes('Vil du have besked'))")

    second = hand_out(phone, service, key)
    with phone.expect_response(lambda told: told.url.endswith("/push/") and told.request.method == "POST") as told:
        phone.goto("/today/")
    assert told.value.status == 204
    phone.goto("/push/")
    phone.get_by_role("button", name="Send en prøve").click()
    wait_until(lambda: bool(service.told(second)), "the nudge", seconds=30)
    assert not service.told(first)


def hand_out(phone: Page, service: PushService, key: str) -> Subscription:
    """From the next page on the browser answers with this one."""
    given = service.subscribe(key)
    told = {"endpoint": given.endpoint, "keys": {"p256dh": given.p256dh, "auth": given.auth}}
    phone.add_init_script(SUBSCRIBES % json.dumps(told))
    return given


def deliver(phone: Page, server: Server, message: Any, shown: str) -> None:
    """As the browser hands over what came from its push service; `shown`: what is so of `all` when it is shown."""
    asked = phone.context.new_cdp_session(phone)
    found: list[str] = []
    asked.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"] if not one["isDeleted"]),
    )
    asked.send("ServiceWorker.enable")
    expect_so(phone, "navigator.serviceWorker.ready")
    assert found
    text = message if isinstance(message, str) else json.dumps(message)
    pushed = {"origin": server.url, "registrationId": found[-1], "data": text}
    for _ in range(TRIES):  # the browser's tool loses one now and then, as a push service may send one twice
        asked.send("ServiceWorker.deliverPushMessage", pushed)
        with suppress(TimeoutError):
            wait_until(lambda: bool(phone.evaluate(f"{TITLES}.then((all) => {shown})")), shown, seconds=5)
            return asked.detach()
    raise AssertionError(f"not shown: {shown}")


def tap(phone: Page) -> None:
    (worker,) = phone.context.service_workers
    worker.evaluate(TAP)
