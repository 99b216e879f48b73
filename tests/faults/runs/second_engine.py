"""The offline flows in Firefox: kept pages, the outbox through a cut line, a reload and a killed browser."""

from tests.faults.firefox import ALT, LEFT, RIGHT, Firefox
from tests.faults.pages import journal_has
from tests.faults.stage import Stage
from tests.faults.work import drain

READY = "document.documentElement.hasAttribute('data-ready')"
WAITING = "document.querySelectorAll('[data-pending]').length"


def second_engine(stage: Stage) -> None:
    """Sign in, open the plan, cut the line, make changes, reload, kill the browser, mend: everything arrives once."""
    line = stage.line()
    steps = _steps(stage, 3)
    board = f"{line.url}/plans/{stage.person('citizen').plan_id}/?view=board"
    firefox = Firefox(stage.folder / "firefox")
    try:
        _sign_in(firefox, line.url)
        _opens(firefox, board.replace("?view=board", "today/"))
        _opens(firefox, board)
        line.cut()
        for step_id in steps:
            _moves(firefox, step_id, RIGHT, "agreed")
        firefox.until(f"{WAITING} === 3")
        firefox.until("document.getElementById('line').innerText.includes('3')")
        _reads_without_signal(firefox, board, line.url)
        firefox.kill()
        firefox.start()
        _opens(firefox, board)
        firefox.until(f"{WAITING} === 3")
        line.mend()
        firefox.evaluate("dispatchEvent(new Event('online'))")
        firefox.until(f"{WAITING} === 0", within=30)
        journal_has(stage, dict.fromkeys(steps, 1))
        _moves(firefox, steps[0], LEFT, "wish")
        firefox.until(f"{WAITING} === 0")
        journal_has(stage, {steps[0]: 2})
    finally:
        firefox.close()


def _steps(stage: Stage, count: int) -> list[str]:
    phone = stage.phone("citizen")
    steps = [phone.new_id() for _ in range(count)]
    for number, step_id in enumerate(steps):
        phone.says("add_step", step_id=step_id, title=f"nr. {number} i Firefox")
    drain([phone])
    return steps


def _sign_in(firefox: Firefox, url: str) -> None:
    firefox.goto(f"{url}/demo/")
    entering = "fetch('/demo/enter', {method: 'POST', body: new URLSearchParams({as: 'citizen'})}).then(a => a.status)"
    assert firefox.evaluate(entering) == 200


def _opens(firefox: Firefox, address: str) -> None:
    """Twice: from the second time on it comes by the worker, which has then seen it."""
    for _ in range(2):
        firefox.goto(address)
        firefox.until(READY)
        firefox.until("navigator.serviceWorker.ready.then(() => true)")


def _moves(firefox: Firefox, step_id: str, arrow: str, status: str) -> None:
    firefox.evaluate(f"document.querySelector('#s-{step_id} a').focus()")
    firefox.press(ALT, arrow)
    firefox.until(f"document.querySelector('#in-{status} > #s-{step_id}') !== null")


def _reads_without_signal(firefox: Firefox, board: str, url: str) -> None:
    """The page that was open, with what waits on it; I dag, which was opened before; and help where nothing is kept."""
    firefox.goto(board)
    firefox.until(READY)
    firefox.until(f"{WAITING} === 3")
    firefox.goto(board.replace("?view=board", "today/"))
    firefox.until("document.getElementById('plan')?.dataset.page === 'today'")
    firefox.goto(f"{url}/accessibility/")
    firefox.until("document.documentElement.hasAttribute('data-offline')")
