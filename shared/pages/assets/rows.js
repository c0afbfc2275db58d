// Fills the place that an article keeps for Most Read, once the reader comes near it.
(() => {
  const rows = document.querySelector('[data-rows]');
  if (!rows) return;
  const fill = () => {
    const ask = new XMLHttpRequest();
    ask.onloadend = () => {
      const list = ask.status === 200 && ask.response && ask.response.querySelector('ol');
      if (list && list.children.length) rows.replaceChildren(...list.children);
      else rows.remove();
    };
    ask.open('GET', rows.dataset.rows);
    ask.responseType = 'document'; // parsed without running anything, so trusted types allow it
    ask.send();
  };
  new IntersectionObserver((seen, eye) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    eye.disconnect();
    fill();
  }, { rootMargin: '600px' }).observe(rows);
})();
