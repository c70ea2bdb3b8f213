import { chips } from "./chips.js";
import { compare } from "./compare.js";
import { confusion } from "./confusion.js";
import { learning } from "./curves.js";
import { details } from "./details.js";
import { h } from "./dom.js";
import { number } from "./format.js";
import { headline } from "./headline.js";
import { readLink, writeLink } from "./link.js";
import { palette } from "./palette.js";
import { pictures } from "./pictures.js";
import { planes } from "./plane.js";
import { mountGallery } from "./player.js";
import { createStore } from "./store.js";
import { returns } from "./returns.js";
import { table } from "./table.js";
import { themeButton } from "./theme.js";
import "./theme.css";
import "./style.css";

export { mountGallery };

/**
 * Fills `element` with the report of one run, or of several.
 *
 * data: the data that show/report packed, in the parts `head`, `curves`, `skills` (null if there is no checkpoint yet)
 * and `pictures`. live: the address to ask for newer parts, or null.
 */
export function start(element, data, live = null) {
  if (data.kind === "compare") return compare(element, data);
  const page = runPage(element, data.head);
  page.update(data);
  if (live) follow(page, live, data.versions);
}

const AT_FIRST = 10; // players at first, for draws of a continuous space
const SINKS = 0.04; // share of a body's radius from which on sinking is visible

function whySinks(metres) {
  const depth = metres < 0.995 ? `${number(100 * metres)} cm` : `${number(metres)} m`;
  return `Bodies sink up to ${depth} into the ground, and shine through it there. The drawing is right: in this simulation contacts give way, or some parts of a body do not collide with the ground.`;
}

/** Chooses evenly spaced draws among the recorded ones if there are many; null if all are shown. */
function initialSkills(skills, gallery) {
  const recorded = [...new Set(gallery.episodes.map(({ skill }) => skill))];
  if (!skills.places || recorded.length <= 2 * AT_FIRST) return null;
  return Array.from({ length: AT_FIRST }, (_, i) => recorded[Math.floor((i * recorded.length) / AT_FIRST)]);
}

/** The sections of a run's page: for each, the part of the data that it needs, and how it is drawn. */
const SECTIONS = [
  {
    id: "gallery",
    title: "See the skills",
    titleOfOne: "See the policy",
    part: "skills",
    when: (skills) => skills?.gallery,
    draw(element, { gallery }, { store, colours, skills, page }) {
      const linked = page.step;
      const mounted = mountGallery(element.appendChild(h("div", { class: "gallery" })), gallery, {
        colours,
        labels: skills.labels,
        names: skills.names,
        captions: skills.places ? skills.names : skills.labels,
        name: page.name,
        counted: store.counted,
        initialSkills: initialSkills(skills, gallery),
        state: page.galleryState,
        onSelect: (skills) => store.pick(skills),
        onHover: (skill) => store.hover(skill),
        onRest(step) {
          page.step = step;
          page.link();
        },
      });
      if (gallery.sinks > SINKS * (gallery.view?.radius ?? Infinity)) element.append(h("p", { class: "note sinks" }, whySinks(gallery.sinks)));
      const shown = (page.shown = new Set(gallery.episodes.map(({ skill }) => skill)));
      let last = "[]";
      const unwatch = store.watch(() => {
        const now = JSON.stringify(store.picked);
        mounted.highlight(store.hovered);
        // If none of the skills is in the gallery, it keeps showing the same ones.
        if (now !== last && (!store.picked.length || store.picked.some((z) => shown.has(z)))) mounted.select(store.picked);
        last = now;
      });
      page.seek = (step) => mounted.pause(step);
      if (linked !== null && !page.galleryState) page.seek(linked);
      return () => {
        unwatch();
        page.galleryState = mounted.dispose();
      };
    },
  },
  {
    id: "headline",
    title: "In figures",
    part: "head",
    when: (head) => head.headline?.length,
    same: (head) => JSON.stringify([head.headline, head.horizon]),
    draw(element, head) {
      headline(element, head.headline);
      if (head.horizon) element.append(h("p", { class: "note" }, head.horizon));
    },
  },
  {
    id: "plane",
    title: "Where they go",
    titleOfOne: "Where it goes",
    part: "skills",
    when: (skills) => skills?.traces,
    draw: (element, parts, { skills, store, colours }) => planes(element, parts, skills, store, colours),
  },
  {
    id: "confusion",
    title: "How well they are told apart",
    part: "skills",
    when: (skills) => skills?.confusion,
    draw: (element, skills, { store }) => confusion(element, skills.confusion, store),
  },
  {
    id: "returns",
    title: "Returns",
    part: "skills",
    when: (skills) => skills?.returns,
    note: (_, { rewarded, skills }) =>
      `The environment\u2019s own reward, summed over an episode; ${rewarded ? "it is what the policy learns from" : "nothing is trained on it"}. One dot for each episode, a bar at the mean${skills.kind === "single" ? "" : ", best skill first"}.`,
    draw: (element, skills, { store, open }) => returns(element, skills.returns, store, open),
  },
  {
    id: "table",
    title: "Every skill",
    part: "skills",
    when: (skills) => skills?.table,
    draw: (element, skills, { store, open }) => table(element, skills.table, store, open),
  },
  {
    id: "pictures",
    title: "What else was drawn",
    part: "pictures",
    when: (found) => found?.length,
    draw: (element, found) => pictures(element, found),
  },
  {
    id: "learning",
    title: "Learning",
    part: "curves",
    when: (curves) => curves,
    draw(element, curves, { numSkills, page }) {
      learning(element, [{ label: "", colour: "var(--series-1)", curves: curves.figures }], numSkills, (page.curvesState ??= { by: "x" }));
    },
  },
  {
    id: "config",
    title: "Settings",
    part: "head",
    when: (head) => head.config,
    // The head changes with every row of the log, but the settings seldom do.
    same: (head) => JSON.stringify([head.config, head.about, head.reproduce]),
    draw: (element, head) => details(element, head),
  },
];

function runPage(element, head) {
  const colours = palette(head.colours, head.dark_colours);
  const store = createStore(head.skills);
  const page = { name: `${head.name ?? ""}-skills`.replace(/[^\w.-]+/g, "_"), step: null, link: () => writeLink({ skills: store.picked, step: page.step }) };
  const context = { store, colours, skills: head.skills, rewarded: head.rewarded, numSkills: head.colours.length, page, open };
  const top = h("div", { class: "about" });
  const notes = h("div", { role: "status" });
  const nav = h("nav", { "aria-label": "Parts of the page" });
  const bar = h("div", { class: "toolbar" }, nav);
  chips(bar, store, head.colours.length);
  const main = h("main", {});
  element.append(
    h("header", { class: "top" }, top, themeButton()),
    notes,
    bar,
    main,
    h("footer", {}, "Made by diayn_jax. This page needs no network. The licences of the packages in it are at the end of its source."),
  );
  const drawn = new Map();
  const phone = matchMedia("(max-width: 720px)");
  phone.addEventListener("change", placeNotes);
  const titleOf = (section) => (store.kind === "single" && section.titleOfOne) || section.title;

  /** Notes are at the top; on a phone below the players, because they would push these off the first screen. */
  function placeNotes() {
    const gallery = drawn.get("gallery")?.element;
    if (phone.matches && gallery) gallery.after(notes);
    else if (notes.nextSibling !== bar) bar.before(notes);
  }

  /** Shows one skill alone: in the gallery, or in the traces if the gallery does not have it. */
  function open(skill) {
    store.hover(null);
    store.pick([skill]);
    const inGallery = drawn.has("gallery") && context.page.shown.has(skill);
    document.getElementById(inGallery ? "gallery" : "plane")?.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function update(parts) {
    if (parts.head) drawHead(parts.head);
    const wanted = SECTIONS.filter((section) => section.part in parts);
    // Sections are drawn one at a time, so that the page can be used while the rest is drawn.
    const next = () => {
      const section = wanted.shift();
      if (!section) {
        element.dataset.ready = "true";
        return;
      }
      place(section, parts[section.part]);
      setTimeout(next);
    };
    element.dataset.ready = "false";
    next();
  }

  function place(section, part) {
    const before = drawn.get(section.id);
    const same = section.same?.(part);
    if (before && same !== undefined && before.same === same) return;
    before?.end?.();
    const old = before?.element;
    if (!section.when(part)) {
      old?.remove();
      drawn.delete(section.id);
      return;
    }
    const heading = `${section.id}-title`;
    const fresh = h("section", { id: section.id, "aria-labelledby": heading }, h("h2", { id: heading }, titleOf(section)), section.note ? h("p", { class: "note" }, section.note(part, context)) : null);
    if (old) {
      // The page must not jump while the reader looks at it, when a section is drawn again.
      fresh.style.minHeight = `${old.offsetHeight}px`;
      old.replaceWith(fresh);
    } else {
      const after = SECTIONS.slice(SECTIONS.indexOf(section) + 1).map(({ id }) => drawn.get(id)?.element).find(Boolean);
      main.insertBefore(fresh, after ?? null);
    }
    drawn.set(section.id, { element: fresh, end: section.draw(fresh, part, context), same });
    // What the reader has opened stays open.
    const folds = (where) => [...where.querySelectorAll("details")];
    const open = old ? folds(old).map((fold) => fold.open) : [];
    folds(fresh).forEach((fold, i) => (fold.open = open[i] ?? fold.open));
    setTimeout(() => (fresh.style.minHeight = ""), 500);
    placeNotes();
    nav.replaceChildren(...SECTIONS.filter(({ id }) => drawn.has(id)).map((section) => h("a", { href: `#${section.id}` }, titleOf(section))));
  }

  function drawHead(head) {
    document.title = `${head.title}: ${head.name}`;
    top.replaceChildren(
      h("h1", {}, head.title),
      h("p", { class: "sub" }, h("span", { class: "runname" }, head.name), h("span", { class: "facts" }, ...head.facts.map((fact) => [" \u00b7 ", fact]))),
      h("p", { class: `status ${head.status.tone}` }, head.status.text),
      head.lead ? h("p", { class: "lead" }, head.lead) : "",
    );
    notes.replaceChildren(...head.notes.map((text) => h("p", { class: "warning" }, text)));
  }

  /** Shows the skills and the step that the address names. */
  function goTo(link) {
    if (!link) return;
    // The step comes first, because picking skills writes both into the address.
    page.step = link.step;
    if (link.skills) store.pick(link.skills);
    if (link.step !== null) page.seek?.(link.step);
    document.getElementById("gallery")?.scrollIntoView();
  }

  const link = readLink(head.colours.length);
  store.pick(link?.skills ?? head.picked);
  page.step = link?.step ?? null;
  window.addEventListener("hashchange", () => goTo(readLink(head.colours.length)));
  let before = JSON.stringify(store.picked);
  store.watch(() => {
    const now = JSON.stringify(store.picked);
    if (now !== before) page.link();
    before = now;
  });
  return { update };
}

/** Asks for newer parts every two seconds while the page is visible. */
function follow(page, address, have = {}) {
  const light = document.body.appendChild(h("p", { class: "live", role: "status" }, "live"));
  const ask = async () => {
    try {
      if (document.hidden) return;
      const answer = await fetch(`${address}?${new URLSearchParams(have)}`).catch(() => {
        throw new Error("no answer: the command that serves this page has ended");
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      const { versions, ...parts } = await answer.json();
      if (Object.keys(parts).length) page.update(parts);
      have = versions;
      light.textContent = "live";
      light.classList.remove("lost");
    } catch (error) {
      light.textContent = error.message;
      light.classList.add("lost");
    } finally {
      setTimeout(ask, 2000);
    }
  };
  setTimeout(ask, 2000);
}
