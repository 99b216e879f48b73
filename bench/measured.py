"""From the tap on a figure to the mark on it, and to the next question: a measurement answered over and over.

.venv/bin/python -m bench.measured
"""

from playwright.sync_api import Page

from bench.stage import enter, stage, told
from parts import services
from tests import browsing
from tests.server import Server

ROUNDS, QUESTIONS = 6, range(1, 10)

TAP = """async (at) => {
  const asked = document.getElementById(`q-${at}`), next = document.getElementById(`q-${at + 1}`);
  const button = [...asked.querySelectorAll(".score")].find((one) => one.ariaPressed !== "true");
  const until = async (isSo) => { while (!isSo()) await new Promise(requestAnimationFrame); return performance.now(); };
  const began = performance.now();
  button.click();
  const marked = await until(() => asked.querySelector(".score[aria-pressed=true]")?.value === button.value);
  const seen = await until(() => next.checkVisibility());
  return [marked - began, seen - began]; }"""


def main() -> None:
    with stage() as server, browsing.chromium_running(services.ensure_chromium()) as browser:
        windows = browsing.Windows(browser)
        phone = windows.open_as("citizen", server)
        plan_id = enter(server, **{"as": "citizen"}).plan_id
        taps = [one for _ in range(ROUNDS) for one in answered(phone, server, plan_id)]
        windows.close()
    marked, seen = ([tap[which] for tap in taps] for which in (0, 1))
    print(f"tap → the figure is marked {told(marked)}; → answered, and the next question is there {told(seen)}")


def answered(phone: Page, server: Server, plan_id: int) -> list[tuple[float, float]]:
    """Once through the questions, each in milliseconds."""
    phone.goto(f"{server.url}/plans/{plan_id}/measurements/eleven/answer/")
    phone.locator("html[data-ready]").wait_for(state="attached")
    taps = []
    for at in QUESTIONS:
        taps.append(tuple(phone.evaluate(TAP, at)))
        phone.wait_for_timeout(700)  # a second tap at one place is one that was meant once
    return taps


if __name__ == "__main__":
    main()
