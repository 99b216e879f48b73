"""The offline flows in Firefox: kept pages, the outbox through a cut line, a reload and a killed browser, two who wrote
over the same text, and signing out without signal.
"""

from tests.faults.firefox import ALT, LEFT, RIGHT, Firefox
from tests.faults.pages import journal_has
from tests.faults.phone import Phone
from tests.faults.stage import Stage
from tests.faults.work import drain
from tests.phone.line import Line

READY = "document.documentElement.hasAttribute('data-ready')"
THEIRS, MINE = "Jeg går derhen", "Jeg ringer først"
WAITING = "document.querySelectorAll('[data-pending]').length"


def second_engine(stage: Stage) -> None:
    """Sign in, open the plan, cut the line, make changes, reload, kill the browser, mend: everything arrives once. What
    another wrote meanwhile is seen beside one's own; and whoever signs out without signal leaves nothing behind.
    """
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
        _meets_other_words(firefox, stage, line, steps[1])
        _signs_out_without_signal(firefox, line, board)
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


def _meets_other_words(firefox: Firefox, stage: Stage, line: Line, step_id: str) -> None:
    """Written without signal while another device wrote, too: both under Kræver dig, and one tap keeps both."""
    firefox.goto(f"{line.url}/plans/{stage.person('citizen').plan_id}/steps/{step_id}/")
    firefox.until(READY)
    line.cut()
    firefox.evaluate(f"document.getElementById('text-how').value = '{MINE}'")
    firefox.evaluate("document.querySelector('form:has(#text-how)').requestSubmit()")
    firefox.until(f"document.querySelector('[data-says=how]').innerText === '{MINE}'")
    other = stage.phone("citizen")
    _rewords(other, step_id, THEIRS, was="")
    line.mend()
    firefox.evaluate("dispatchEvent(new Event('online'))")
    firefox.until(f"document.querySelector('#refused li [data-slot=theirs]')?.innerText === '{THEIRS}'")
    assert firefox.evaluate("document.querySelector('#refused li [data-slot=words]').innerText") == MINE
    firefox.evaluate("document.querySelector('#refused [data-do=both]').click()")
    firefox.until(f"document.querySelector('[data-says=how]').innerText === '{THEIRS}\\n{MINE}'")
    firefox.until("document.querySelectorAll('#refused li').length === 0")
    _rewords(other, step_id, "Vi følges", was=f"{THEIRS}\n{MINE}")
    firefox.until("document.querySelector('[data-says=how]').innerText === 'Vi følges'")


def _rewords(phone: Phone, step_id: str, text: str, *, was: str) -> None:
    phone.says("reword_step", step_id=step_id, field="how", text=text, was=was)
    drain([phone])


def _signs_out_without_signal(firefox: Firefox, line: Line, board: str) -> None:
    """Nothing is left on the device, nothing of it is shown, and with signal the session ends before all else."""
    _opens(firefox, board.replace("?view=board", "me/"))
    line.cut()
    firefox.evaluate("document.querySelector('main form[action=\"/sign-out/\"]').requestSubmit()")
    firefox.until("document.body.innerText.includes('Du er logget ud på telefonen')")
    assert firefox.evaluate("caches.keys().then(all => all.filter(name => name.startsWith('pages-')).length)") == 0
    assert firefox.evaluate("indexedDB.databases().then(all => all.length)") == 0
    firefox.goto(board)
    firefox.until("document.body.innerText.includes('Du er logget ud på telefonen')")
    line.mend()
    firefox.goto(board)
    firefox.until("location.pathname.startsWith('/sign-in/')")
