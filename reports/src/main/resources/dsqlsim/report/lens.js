// Steps through the transactions under the lens: forwards and backwards, a caption for each step.
(function () {
  'use strict';
  var articles = Array.prototype.slice.call(document.querySelectorAll('article.lens'));
  var choice = document.getElementById('lens-choice');
  if (!articles.length) return;

  function shown(index) {
    articles.forEach(function (article, i) { article.style.display = i === index ? '' : 'none'; });
    choice.querySelectorAll('button').forEach(function (b, i) { b.setAttribute('aria-pressed', String(i === index)); });
  }

  function stepper(article) {
    var range = article.querySelector('input');
    var caption = article.querySelector('.caption');
    var scroll = article.querySelector('.picture');
    var steps = article.querySelectorAll('.steps li');
    var parts = Array.prototype.slice.call(article.querySelectorAll('[data-step]'));
    var at = -1;

    function reveal() {
      var now = parts.find(function (part) { return Number(part.dataset.step) === at; });
      if (!now) return;
      var box = now.getBoundingClientRect();
      var frame = scroll.getBoundingClientRect();
      if (box.left < frame.left || box.right > frame.right) scroll.scrollLeft += box.left - frame.left - 40;
      var foot = window.innerHeight - 40;
      if (box.bottom > foot || box.top < 60) window.scrollBy(0, box.top - window.innerHeight / 2);
    }

    function show(step, follow) {
      at = Math.max(-1, Math.min(steps.length - 1, step));
      article.classList.toggle('stepping', at >= 0);
      parts.forEach(function (part) {
        var its = Number(part.dataset.step);
        part.classList.toggle('now', its === at);
        part.classList.toggle('done', its < at);
      });
      range.value = String(Math.max(0, at));
      range.setAttribute('aria-valuetext', at < 0 ? 'all' : 'step ' + (at + 1) + ' of ' + steps.length);
      caption.textContent = '';
      if (at < 0) {
        caption.textContent = 'All ' + steps.length + ' steps are shown. Step forward to follow them one by one.';
        return;
      }
      var count = document.createElement('span');
      count.className = 'at';
      count.textContent = (at + 1) + '/' + steps.length;
      caption.appendChild(count);
      caption.appendChild(document.createTextNode(steps[at].textContent));
      if (follow) reveal();
    }

    article.querySelector('.stepper').hidden = false;
    article.querySelector('.first').addEventListener('click', function () { show(0, true); });
    article.querySelector('.back').addEventListener('click', function () { show(Math.max(0, at - 1), true); });
    article.querySelector('.next').addEventListener('click', function () { show(at + 1, true); });
    article.querySelector('.all').addEventListener('click', function () { show(-1); });
    range.addEventListener('input', function () { show(Number(range.value), true); });
    article.addEventListener('keydown', function (event) {
      if (event.target === range || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        show(event.key === 'ArrowRight' ? at + 1 : Math.max(0, at - 1), true);
        event.preventDefault();
      }
    });
    parts.forEach(function (part) {
      part.addEventListener('click', function () { show(Number(part.dataset.step)); });
    });
    show(-1);
  }

  articles.forEach(function (article, i) {
    var b = document.createElement('button');
    b.type = 'button';
    b.textContent = article.dataset.title;
    b.addEventListener('click', function () { shown(i); });
    choice.appendChild(b);
    stepper(article);
  });
  document.querySelectorAll('#lens .live').forEach(function (each) { each.hidden = false; });
  shown(0);
}());
