// <week-board> around the picture of the week: drag kept time to another hour or day, or move it with the arrow keys;
// drag over empty time to keep it free. The server moves it and computes the week again; without JavaScript every
// block has buttons and a form.
const KEYS = { ArrowLeft: "earlier", ArrowRight: "later", ArrowUp: "earlier_day", ArrowDown: "later_day" };
const DRAG_FROM = 6;
const STEP = 15;
const MIDNIGHT = 24 * 60;

// One move after the other, however fast the keys come: each starts from the version of the one before.
let moves = Promise.resolve();

class WeekBoard extends HTMLElement {
  connectedCallback() {
    const hint = this.querySelector("[data-hint]");
    if (hint) hint.hidden = false;
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("pointerdown", (event) => this.onDown(event));
    // A drag ends on a link; only a real click may open it.
    this.addEventListener("click", (event) => this.dragged && event.preventDefault(), true);
    this.addEventListener("dragstart", (event) => event.preventDefault());
    // A finger that holds a block moves the block, in every direction; anywhere else it scrolls the page up and down.
    const holds = (event) => event.target.closest("[data-block]") && event.cancelable && event.preventDefault();
    this.addEventListener("touchmove", holds, { passive: false });
  }

  onKey(event) {
    const block = KEYS[event.key] && event.target.closest("[data-block]");
    if (!block) return;
    event.preventDefault();
    move(block.dataset.block, { to: KEYS[event.key] });
  }

  onDown(event) {
    this.dragged = false;
    const thing = event.button === 0 && event.target.closest("[data-block], .week-free");
    if (!thing) return;
    const drag = thing.matches("[data-block]") ? new Moving(thing, event) : new Adding(thing, event);
    const where = this.querySelector("[data-where]");
    const stop = new AbortController();
    const on = (name, then) => window.addEventListener(name, then, { signal: stop.signal });
    const end = (done) => {
      stop.abort();
      where.hidden = true;
      if (done && this.dragged) drag.drop(this.dataset.add);
      else drag.cancel();
    };
    on("pointermove", (to) => {
      this.dragged = this.dragged || Math.hypot(to.clientX - event.clientX, to.clientY - event.clientY) > DRAG_FROM;
      if (!this.dragged) return;
      const words = drag.to(to);
      where.textContent = words[0].toUpperCase() + words.slice(1);
      where.hidden = false;
    });
    on("pointerup", () => end(true));
    on("pointercancel", () => end(false));
    on("keydown", (key) => {
      if (key.key !== "Escape") return;
      this.dragged = false;
      end(false);
    });
  }
}

// What a drag over the picture has: where the pointer is, in minutes of the day and among the days.
class Drag {
  constructor(thing, event) {
    this.thing = thing;
    this.svg = thing.ownerSVGElement;
    this.lanes = [...this.svg.querySelectorAll(".week-free")];
    this.from = this.point(event);
  }

  point(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  minutes(x) {
    const { start, left, scale } = this.svg.dataset;
    return Number(start) + (x - Number(left)) / Number(scale);
  }

  laneAt(y) {
    const far = (lane) => Math.abs(y - lane.y.baseVal.value - lane.height.baseVal.value / 2);
    return this.lanes.reduce((best, lane) => (far(lane) < far(best) ? lane : best));
  }
}

class Moving extends Drag {
  constructor(link, event) {
    super(link, event);
    this.first = Number(link.dataset.from);
    this.length = Number(link.dataset.to) - this.first;
  }

  to(event) {
    const here = this.point(event);
    const shift = Math.round((here.x - this.from.x) / Number(this.svg.dataset.scale) / STEP) * STEP;
    this.start = Math.min(Math.max(this.first + shift, 0), MIDNIGHT - STEP - this.length);
    this.lane = this.laneAt(here.y);
    const old = this.laneAt(this.from.y);
    const x = (this.start - this.first) * Number(this.svg.dataset.scale);
    this.thing.setAttribute("transform", `translate(${x} ${this.lane.y.baseVal.value - old.y.baseVal.value})`);
    return `${this.lane.dataset.name} ${clock(this.start)}–${clock(this.start + this.length)}`;
  }

  drop() {
    const there = { to: "at", day: this.lane.dataset.day, start: clock(this.start) };
    if (this.start === this.first && this.lane === this.laneAt(this.from.y)) this.cancel();
    else move(this.thing.dataset.block, there);
  }

  cancel() {
    this.thing.removeAttribute("transform");
  }
}

class Adding extends Drag {
  to(event) {
    const ends = [this.from.x, this.point(event).x].sort((a, b) => a - b).map((x) => this.minutes(x));
    this.first = Math.max(Math.floor(ends[0] / STEP) * STEP, 0);
    this.last = Math.min(Math.max(Math.ceil(ends[1] / STEP) * STEP, this.first + STEP), MIDNIGHT - STEP);
    if (!this.shape) {
      this.shape = this.thing.cloneNode();
      this.shape.setAttribute("class", "week-new");
      this.svg.append(this.shape);
    }
    const { start, left, scale } = this.svg.dataset;
    this.shape.setAttribute("x", Number(left) + (this.first - Number(start)) * Number(scale));
    this.shape.setAttribute("width", (this.last - this.first) * Number(scale));
    return `${this.thing.dataset.name} ${clock(this.first)}–${clock(this.last)}`;
  }

  drop(form) {
    const asked = { dag: this.thing.dataset.day, van: clock(this.first), tot: clock(this.last) };
    window.location.assign(`${form}?${new URLSearchParams(asked)}`);
  }

  cancel() {
    if (this.shape) this.shape.remove();
  }
}

function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function move(key, where) {
  moves = moves.then(() => send(key, where)).catch(() => window.location.reload());
}

async function send(key, where) {
  const form = document.querySelector(`form[data-block="${key}"]`);
  const body = new FormData(form);
  for (const [name, value] of Object.entries(where)) body.set(name, value);
  const answer = await fetch(form.action, { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
  show(new DOMParser().parseFromString(await answer.text(), "text/html"), key);
}

// The page as the server made it after the move: its parts take the place of the old ones, the focus stays.
function show(page, key) {
  const focused = document.activeElement && document.activeElement.closest("week-board");
  for (const id of ["weekdeel", "meldingen"]) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  }
  if (!focused) return;
  const links = [...document.querySelectorAll(`week-board [data-block="${key}"]`)];
  const shown = links.find((link) => link.getClientRects().length);
  if (shown) shown.focus();
}

customElements.define("week-board", WeekBoard);
