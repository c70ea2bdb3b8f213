import { h } from "../dom.js";

/**
 * Lets a robot dance: while the song plays, its clock says when the simulation takes the next step of the programme. When
 * the person picks a skill, the programme ends and the music goes on.
 *
 * dance: { name, url, seconds (the end), times and skills (of each step), first (the number of the first state) }; see
 * use/dance/live.py.
 * page: { simulation(), show(entry), onFrame(frame), clear(), onChange() (the song or the programme begins or ends),
 * resume(), onFailure(text) }.
 *
 * Returns { button, steers(), clock() (seconds of the song), begin(), release(), hold(on), setSpeed(speed), tick() }.
 */
export function makeDance({ name, url, seconds, times, skills, first }, probes, page) {
  const audio = new Audio(url);
  const button = h("button", { type: "button", disabled: true, title: `Dance to ${name}`, onclick: () => (plays ? stop() : start()) }, "Dance");
  let plays = false; // the song
  let steers = false; // the programme
  let next = 0; // step
  let seeks = 0; // of this page, whose events are still to come

  function start() {
    page.resume();
    begin();
  }

  function begin() {
    [plays, steers, next] = [true, true, 0];
    if (audio.currentTime) {
      seeks += 1;
      audio.currentTime = 0;
    }
    page.clear();
    page.onFrame(page.simulation().advance({ asked: true, first }));
    changed();
  }

  function stop() {
    [plays, steers] = [false, false];
    changed();
  }

  /** The person takes over. */
  function release() {
    if (!steers) return;
    steers = false;
    changed();
  }

  function changed() {
    button.textContent = plays ? "Stop" : "Dance";
    page.onChange();
  }

  function hold(on) {
    if (on || !plays) audio.pause();
    else audio.play().catch((error) => error.name !== "AbortError" && fail(error));
  }

  function fail(error) {
    stop();
    page.onFailure(`The song cannot be played here: ${error.message}`);
  }

  /** Takes the steps that are due; call it in every frame. */
  function tick() {
    if (!plays) return;
    let frame = null;
    while (steers && next < times.length && times[next] <= audio.currentTime && !frame?.why) {
      const skill = skills[next];
      if (skill !== skills[next - 1]) page.show(skill);
      frame = page.simulation().advance({ skill: probes[skill] });
      next += 1;
    }
    if (frame) page.onFrame(frame);
    if (audio.ended || audio.currentTime >= seconds) stop();
  }

  // A keyboard or the browser itself can seek in what plays.
  audio.addEventListener("seeking", () => {
    if (seeks) seeks -= 1;
    else if (steers) begin();
  });

  return { button, steers: () => steers, clock: () => audio.currentTime, begin, release, hold, setSpeed: (speed) => (audio.playbackRate = speed), tick };
}
