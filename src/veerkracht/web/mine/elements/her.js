// All that her pages load of JavaScript, in one file. Every page reads, answers and closes without it.
import "../../ui/static/ui/exit.js";
import "../../ui/static/ui/draft-recovery.js";

// 1. Read aloud, sentence by sentence. No voice for this language: no button.
const speech = window.speechSynthesis;
const language = document.documentElement.lang;
const readButton = document.querySelector("[data-read]");
const reader = document.querySelector("[data-reader]");
const SILENT =
  "[hidden],details:not([open])>:not(summary),[aria-hidden=true],.unseen,input,textarea,script,[data-not-read]";
let sentences = [];
let position = 0;

function voice() {
  return speech?.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
}

function sentencesOfPage() {
  const ranges = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(SILENT)) continue;
    for (const match of node.data.matchAll(/[^.!?]+(?:[.!?](?=\d)[^.!?]*)*[.!?]*(?:\s|$)/g)) {
      if (!match[0].trim()) continue;
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

function stopReading() {
  speech.cancel();
  CSS.highlights?.clear();
  reader.hidden = true;
}

function readSentence() {
  speech.cancel();
  const range = sentences[position];
  if (!range) return stopReading();
  if (window.Highlight) CSS.highlights.set("read-aloud", new Highlight(range));
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  const spoken = new SpeechSynthesisUtterance(range.toString());
  spoken.voice = voice();
  spoken.lang = language;
  spoken.rate = 0.9;
  spoken.onend = () => {
    if (reader.hidden || speech.paused) return;
    position += 1;
    readSentence();
  };
  speech.speak(spoken);
}

function offerReading() {
  if (readButton) readButton.hidden = !voice();
}

offerReading();
speech?.addEventListener("voiceschanged", offerReading);
readButton?.addEventListener("click", () => {
  reader.hidden = false;
  sentences = sentencesOfPage();
  position = 0;
  readSentence();
});
document.querySelector("[data-again]")?.addEventListener("click", readSentence);
document.querySelector("[data-next]")?.addEventListener("click", () => {
  position += 1;
  readSentence();
});
document.querySelector("[data-stop]")?.addEventListener("click", stopReading);
addEventListener("pagehide", () => speech?.cancel());

// 2. The log-in ends after a while: the page is emptied, not covered, and leads to the log-in.
const WARNING = 120;
let opened = Date.now();
const ending = document.querySelector("[data-ending]");

function emptyWhenOver() {
  const lifetime = Number(document.body.dataset.seconds);
  const passed = (Date.now() - opened) / 1000;
  if (ending) ending.hidden = !lifetime || passed < lifetime - WARNING;
  if (!lifetime || passed < lifetime) return;
  document.documentElement.hidden = true;
  location.replace(document.body.dataset.closed);
}

ending?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch(ending.action, { method: "POST", body: new FormData(ending) }).catch(() => null);
  if (answer?.status === 204) opened = Date.now();
});
setInterval(emptyWhenOver, 1000);
document.addEventListener("visibilitychange", emptyWhenOver);

// 3. No network is said at once.
const offline = document.querySelector("[data-offline]");

function sayNetwork() {
  if (offline) offline.hidden = navigator.onLine;
}

addEventListener("online", sayNetwork);
addEventListener("offline", sayNetwork);
sayNetwork();

// 4. On paper nothing stays folded.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});

// 5. Lijstje: the screen is blank first, the network second.
document.querySelector("form[data-cover]")?.addEventListener("submit", () => {
  setTimeout(() => (document.body.hidden = true));
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
