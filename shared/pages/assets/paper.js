// What is fresh on pages: nothing here is needed to read them, and nothing moves what is there.
(() => {
  // Parsed as a document, without running anything, so trusted types allow it.
  const ask = (address, done) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => done(request.status === 200 ? request.response : null);
    request.open('GET', address);
    request.responseType = 'document';
    request.send();
  };

  // What is happening now, in the line that pages keep for it.
  const now = document.querySelector('[data-now]');
  if (now) {
    ask(now.dataset.now, (found) => {
      const line = found && found.querySelector('.now');
      if (line) now.replaceChildren(...line.children);
    });
  }

  // New posts of a live page: told politely, shown when the reader asks, so that nothing jumps.
  const fresh = document.querySelector('[data-latest]');
  if (fresh) {
    const posts = document.querySelector('.posts');
    let newest = null;
    const show = () => {
      posts.replaceChildren(...newest.children);
      fresh.replaceChildren();
      const first = posts.firstElementChild;
      if (!first) return;
      first.tabIndex = -1;
      first.focus();
    };
    const look = () => ask(fresh.dataset.latest, (found) => {
      newest = (found && found.querySelector('.posts')) || newest;
      if (!newest || fresh.firstChild || newest.textContent === posts.textContent) return;
      const button = document.createElement('button');
      button.textContent = fresh.dataset.says;
      button.onclick = show;
      fresh.append(button);
    });
    setInterval(() => document.hidden || look(), 30000);
  }

  // The place that articles keep for Most Read, once the reader comes near it.
  const rows = document.querySelector('[data-rows]');
  if (rows) {
    new IntersectionObserver((seen, eye) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      eye.disconnect();
      ask(rows.dataset.rows, (found) => {
        const list = found && found.querySelector('ol');
        if (list && list.children.length) rows.replaceChildren(...list.children);
        else rows.remove();
      });
    }, { rootMargin: '600px' }).observe(rows);
  }

  // Copies the address of the article, where the browser lets a page do so.
  const copy = document.querySelector('[data-copied]');
  if (copy && navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.onclick = () => navigator.clipboard.writeText(copy.value).then(() => {
      copy.nextElementSibling.textContent = copy.dataset.copied;
    });
  }
})();
