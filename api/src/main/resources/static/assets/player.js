// Plays the recording of a call: its two sides as a picture, the transcript beside it.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 100;
  const STEP = 5;
  const LEAP = 15;
  const SPEEDS = [1, 1.5, 2];

  const clock = (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const made = (name, attributes, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  const drawn = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };

  // The loudest of neighbours, so that no bar is narrower than can be seen.
  const grouped = (peaks, bars) => {
    const each = Math.max(1, Math.ceil(peaks.length / bars));
    const groups = [];
    for (let at = 0; at < peaks.length; at += each) groups.push(Math.max(...peaks.slice(at, at + each)));
    return groups;
  };
  // Speech at a phone's level fills little of the scale: quiet parts are lifted, silence stays flat.
  const height = (peak, loudest) => Math.max(1.2, Math.sqrt(peak / loudest) * (HEIGHT / 2 - 3));
  const bars = (peaks, up, loudest) =>
    peaks.map((peak, at) => {
      const tall = height(peak, loudest);
      return `M${at + 0.18} ${HEIGHT / 2}h.64v${up ? -tall : tall}h-.64z`;
    }).join("");

  class CallPlayer extends HTMLElement {
    connectedCallback() {
      if (this.ready) {
        this.watch();
        return;
      }
      this.ready = true;
      this.audio = this.querySelector("audio");
      this.audio.controls = false;
      this.audio.preload = "metadata";
      this.build();
      this.listen();
      this.watch();
      this.load();
    }

    disconnectedCallback() {
      this.size.disconnect();
    }

    build() {
      this.toggle = made("button", { type: "button", class: "play", "aria-label": "Play the recording" });
      this.wave = made("div", {
        class: "wave", role: "slider", tabindex: "0", "aria-label": "Place in the recording",
        "aria-valuemin": "0", "aria-valuemax": "0", "aria-valuenow": "0", "aria-valuetext": "0:00",
      });
      this.picture = drawn("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
      this.needle = made("i", { class: "needle", "aria-hidden": "true" });
      this.wave.append(this.picture, this.needle);
      this.time = made("span", { class: "nums" });
      this.speed = made("button", { type: "button", class: "quiet nums", "aria-label": "Speed" });
      const sides = made("span", { class: "sides" },
        made("span", { class: "side person" }, this.dataset.person || "Person"),
        made("span", { class: "side agent" }, "Agent"));
      this.append(made("div", { class: "track" }, this.toggle, this.wave), made("div", { class: "below" }, this.time, sides, this.speed, this.querySelector("a[download]")));
      this.speed.textContent = "1×";
      this.size = new ResizeObserver(() => this.draw());
      this.shown();
    }

    watch() {
      this.size.observe(this.wave);
    }

    listen() {
      this.toggle.addEventListener("click", () => this.playOrPause());
      this.wave.addEventListener("pointerdown", (event) => {
        this.wave.setPointerCapture(event.pointerId);
        this.seekTo(event);
      });
      this.wave.addEventListener("pointermove", (event) => {
        if (this.wave.hasPointerCapture(event.pointerId)) this.seekTo(event);
      });
      this.wave.addEventListener("keydown", (event) => this.pressed(event));
      this.speed.addEventListener("click", () => {
        const next = SPEEDS[(SPEEDS.indexOf(this.audio.playbackRate) + 1) % SPEEDS.length];
        this.audio.playbackRate = next;
        this.speed.textContent = `${next}×`;
      });
      ["timeupdate", "seeked", "durationchange", "ended"].forEach((name) => this.audio.addEventListener(name, () => this.shown()));
      ["play", "pause", "ended"].forEach((name) => this.audio.addEventListener(name, () => {
        const playing = !this.audio.paused;
        this.toggle.classList.toggle("on", playing);
        this.toggle.setAttribute("aria-label", playing ? "Pause the recording" : "Play the recording");
        if (playing) this.move();
      }));
      this.audio.addEventListener("error", () => this.classList.add("away"));
    }

    async load() {
      try {
        const answer = await fetch(this.dataset.waveform, { headers: { accept: "application/json" } });
        if (!answer.ok) return;
        this.waveform = await answer.json();
        this.draw();
        this.shown();
      } catch {
        // Without its picture the recording can still be played.
      }
    }

    length() {
      const known = this.audio.duration;
      return Number.isFinite(known) && known > 0 ? known : this.waveform?.seconds ?? 0;
    }

    draw() {
      const width = this.wave.clientWidth;
      if (!this.waveform || width === 0) return;
      const most = Math.floor(width / 3.2);
      const channels = this.waveform.channels.map((channel) => ({ who: channel.who, peaks: grouped(channel.peaks, most) }));
      const loudest = Math.max(30, ...channels.flatMap((channel) => channel.peaks));
      this.picture.setAttribute("viewBox", `0 0 ${channels[0].peaks.length} ${HEIGHT}`);
      const layer = (name) => {
        const group = drawn("g", { class: name });
        channels.forEach(({ who, peaks }) => {
          const whole = who === "BOTH" ? bars(peaks, true, loudest) + bars(peaks, false, loudest) : bars(peaks, who === "PERSON", loudest);
          group.append(drawn("path", { class: who.toLowerCase(), d: whole }));
        });
        return group;
      };
      this.over = layer("over");
      this.picture.replaceChildren(layer("under"), this.over);
      this.shown();
    }

    // Between two reports of the player the needle goes on by itself.
    move() {
      this.shown();
      if (!this.audio.paused) requestAnimationFrame(() => this.move());
    }

    shown() {
      const length = this.length();
      const at = Math.min(this.audio.currentTime, length || this.audio.currentTime);
      const part = length === 0 ? 0 : at / length;
      this.needle.style.insetInlineStart = `${part * 100}%`;
      if (this.over) this.over.style.clipPath = `inset(0 ${100 - part * 100}% 0 0)`;
      this.time.textContent = `${clock(at)} / ${clock(length)}`;
      this.wave.setAttribute("aria-valuemax", String(Math.round(length)));
      this.wave.setAttribute("aria-valuenow", String(Math.round(at)));
      this.wave.setAttribute("aria-valuetext", `${clock(at)} of ${clock(length)}`);
      this.mark(at);
    }

    mark(at) {
      const begun = !this.audio.paused || at > 0;
      let now = null;
      document.querySelectorAll(".seek[data-at]").forEach((seek) => {
        if (begun && Number(seek.dataset.at) <= at + 0.05) now = seek.closest("li");
      });
      const was = document.querySelector("li.playing");
      if (was === now) return;
      was?.classList.remove("playing");
      now?.classList.add("playing");
      const box = now?.getBoundingClientRect();
      if (box && !this.audio.paused && (box.top < 0 || box.bottom > innerHeight)) now.scrollIntoView({ block: "center" });
    }

    seekTo(event) {
      const box = this.wave.getBoundingClientRect();
      this.jump(((event.clientX - box.left) / box.width) * this.length());
    }

    jump(seconds) {
      this.audio.currentTime = Math.min(Math.max(0, seconds), this.length());
      this.shown();
    }

    playFrom(seconds) {
      this.jump(seconds);
      this.play();
    }

    playOrPause() {
      if (this.audio.paused) this.play();
      else this.audio.pause();
    }

    play() {
      this.audio.play().catch(() => this.classList.add("away"));
    }

    pressed(event) {
      const to = {
        ArrowRight: this.audio.currentTime + STEP, ArrowUp: this.audio.currentTime + STEP,
        ArrowLeft: this.audio.currentTime - STEP, ArrowDown: this.audio.currentTime - STEP,
        PageUp: this.audio.currentTime + LEAP, PageDown: this.audio.currentTime - LEAP,
        Home: 0, End: this.length(),
      }[event.key];
      if (to !== undefined) this.jump(to);
      else if (event.key === " " || event.key === "Enter") this.playOrPause();
      else return;
      event.preventDefault();
    }
  }
  customElements.define("call-player", CallPlayer);

  // A click on a line plays from there; its button does the same for the keyboard.
  document.addEventListener("click", (event) => {
    const line = event.target.closest("li.said");
    const seek = line?.querySelector(".seek[data-at]");
    const player = document.querySelector("call-player");
    if (!seek || !player || String(getSelection()) !== "") return;
    player.playFrom(Number(seek.dataset.at));
  });
})();
