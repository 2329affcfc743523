// Makes pages that are complete without it a little more comfortable; asks this site only.
"use strict";
(() => {
  const root = document.documentElement;
  const SEARCH_DELAY = 150; // Milliseconds after the last key.
  const REFRESH = 60000; // As often as a page can have changed.

  // A button beside each address: says when it has copied, since nothing else shows that.
  const offerCopies = (within) => {
    if (!navigator.clipboard) return;
    for (const code of within.querySelectorAll("code.address, code.whole")) {
      if (code.nextElementSibling && code.nextElementSibling.classList.contains("copy")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "copy";
      button.setAttribute("aria-label", "copy " + code.textContent.slice(0, 12) + "…");
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(code.textContent);
          button.textContent = "copied";
        } catch {
          button.textContent = "not allowed: select it";
        }
        button.setAttribute("aria-live", "polite");
        setTimeout(() => { button.textContent = "copy"; }, 2000);
      });
      code.after(" ", button);
    }
  };

  const read = async (url, signal) => {
    const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  const take = (page, id) => {
    const fresh = page.getElementById(id);
    const old = document.getElementById(id);
    if (fresh && old && fresh.innerHTML !== old.innerHTML) {
      old.replaceWith(fresh);
      offerCopies(fresh);
    }
  };

  // The list follows the search as it is typed, under the address that the form would have.
  const searchAsYouType = () => {
    const form = document.getElementById("search");
    if (!form) return;
    let timer = 0;
    let asked = new AbortController();
    const run = async () => {
      asked.abort();
      asked = new AbortController();
      const fields = [...new FormData(form)].filter(([, value]) => value !== "");
      const query = new URLSearchParams(fields).toString();
      const url = form.getAttribute("action") + (query ? "?" + query : "");
      try {
        const page = await read(url, asked.signal);
        if (page.getElementById("results")) {
          take(page, "results");
          history.replaceState(null, "", url);
        }
      } catch (problem) {
        if (problem.name !== "AbortError") return; // The form still works.
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, SEARCH_DELAY);
    });
  };

  // A list that nobody is in the middle of is kept new; other pages keep their age new.
  const stayFresh = () => {
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const page = await read(location.href);
        const results = document.getElementById("results");
        if (results && !results.contains(document.activeElement)) take(page, "results");
        take(page, "age");
      } catch {
        // The age on the page says how old it is.
      }
    }, REFRESH);
  };

  // Pictures become graphs that can be zoomed, once somebody touches one or comes to it.
  let plots = null;
  const loadPlots = () => {
    plots ??= new Promise((done, fail) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = root.dataset.plotStyle;
      const script = document.createElement("script");
      script.src = root.dataset.plot;
      script.onload = done;
      script.onerror = fail;
      document.head.append(style, script);
    });
    return plots;
  };

  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  const draw = async (figure) => {
    const [answer] = await Promise.all([fetch(figure.dataset.graph), loadPlots()]);
    const node = (await answer.json()).relays[0];
    const lines = figure.dataset.series.split(",").map((name) => node[name]?.[figure.dataset.span]);
    const first = lines.find(Boolean);
    if (!first) return;
    const start = Date.parse(first.first.replace(" ", "T") + "Z") / 1000;
    const times = first.values.map((_, i) => start + i * first.interval);
    const values = lines.filter(Boolean).map((line) => {
      const shift = Math.round((Date.parse(line.first.replace(" ", "T") + "Z") / 1000 - start) / line.interval);
      return times.map((_, i) => { const v = line.values[i - shift]; return v == null ? null : v * line.factor; });
    });
    const plot = figure.querySelector(".plot");
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 } };
    const inks = [colour("--leaf"), colour("--warn")];
    const width = plot.clientWidth;
    plot.replaceChildren();
    new uPlot({
      width, height: 240, axes: [axis, { ...axis, size: 70 }],
      series: [{}, ...values.map((_, i) => ({ label: figure.dataset.series.split(",")[i], stroke: inks[i], width: 2 }))],
    }, [times, ...values], plot);
  };

  const offerZoom = () => {
    for (const figure of document.querySelectorAll("figure[data-graph]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "zoom";
      button.addEventListener("click", () => draw(figure).then(() => button.remove(), () => { button.textContent = "not now"; }));
      figure.querySelector("figcaption").append(" ", button);
    }
  };

  offerCopies(document);
  if (root.dataset.live === "true") {
    searchAsYouType();
    stayFresh();
    offerZoom();
  }
})();
