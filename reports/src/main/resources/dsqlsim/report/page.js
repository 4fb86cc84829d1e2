// Draws the charts of the page from the data beside it. All of it is in tables and a still picture too.
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var root = document.documentElement;
  var length = data.series.reduce(function (most, s) { return Math.max(most, s.values.length); }, 0);
  var end = data.from + length * data.bucket;
  var workloads = data.series.map(function (s) { return s.workload; }).filter(function (name, i, all) {
    return name !== null && all.indexOf(name) === i;
  });
  var chosen = {workload: null, region: null}; // Whose throughput is shown; without either the sum of all.
  var heated = 0; // Which heat map is shown.
  var view = [data.from, end];
  var charts = {};
  var POINTS = 420;
  var STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

  // ---- numbers for people

  function digits(value) {
    return value === 0 ? '0' : String(Number(Number(value).toPrecision(3)));
  }

  function duration(seconds) {
    if (seconds === null || seconds === undefined) return '–';
    if (seconds >= 1 || seconds === 0) return digits(seconds) + ' s';
    return seconds >= 1e-3 ? digits(seconds * 1e3) + ' ms' : digits(seconds * 1e6) + ' us';
  }

  function share(value) { return value === null || value === undefined ? '–' : digits(value * 100) + ' %'; }
  function rate(value) { return value === null || value === undefined ? '–' : digits(value) + '/s'; }

  function escaped(text) {
    return String(text).replace(/[&<>"']/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; });
  }

  // ---- series, joined into as many points as the view can show

  function factor() {
    var visible = (view[1] - view[0]) / data.bucket;
    return STEPS.find(function (step) { return visible / step <= POINTS; }) || Math.ceil(visible / POINTS);
  }

  function values(name, workload) {
    var found = data.series.find(function (s) { return s.name === name && s.workload === workload; });
    return found ? found.values : [];
  }

  function regional(name) { return data.series.filter(function (s) { return s.name === name && s.region; }); }

  function regionOf(workload) {
    var found = data.workloads.find(function (w) { return w.name === workload; });
    return found ? found.region : null;
  }

  /** Over the workloads of a region, or all. */
  function summed(name, region) {
    var sum = [];
    data.series.forEach(function (s) {
      if (s.name !== name || region && regionOf(s.workload) !== region) return;
      s.values.forEach(function (v, i) {
        if (v !== null) sum[i] = (sum[i] || 0) + v;
      });
    });
    return sum;
  }

  function joined(all, how) {
    var step = factor();
    var points = [];
    for (var from = 0; from < all.length; from += step) {
      var some = all.slice(from, from + step).filter(function (v) { return v !== null && v !== undefined; });
      points.push([round(data.from + from * data.bucket), some.length ? how(some) : null]);
    }
    return points;
  }

  function mean(some) { return some.reduce(function (a, b) { return a + b; }, 0) / some.length; }
  function highest(some) { return Math.max.apply(null, some); }
  function round(seconds) { return Math.round(seconds * 1e6) / 1e6; }

  function throughput(name) {
    return joined(chosen.workload === null ? summed(name, chosen.region) : values(name, chosen.workload), mean);
  }

  function abortRate(workload) {
    var aborted = joined(values('aborted', workload), mean);
    return joined(values('committed', workload), mean).map(function (point, i) {
      var a = aborted[i] ? aborted[i][1] || 0 : 0;
      var all = a + (point[1] || 0);
      return [point[0], all === 0 ? null : a / all];
    });
  }

  // ---- what all charts share

  function ink(name) { return getComputedStyle(root).getPropertyValue(name).trim(); }
  function colour(index) { return ink('--w' + index % 6); }

  function windows() {
    var areas = [];
    data.faults.forEach(function (fault, i) {
      fault.windows.forEach(function (w, repetition) {
        areas.push([
          {xAxis: w[0], itemStyle: {color: ink('--fault'), opacity: 0.5}, name: fault.id,
           label: {show: repetition === 0, position: 'insideTop', distance: 2 + 15 * (i % 3), color: ink('--soft'), fontSize: 11}},
          {xAxis: Math.max(w[1], w[0] + data.bucket)}]);
      });
      if (fault.outage) {
        areas.push([
          {xAxis: fault.windows[0][0], name: fault.label,
           itemStyle: {color: ink('--outage'), opacity: 0.6},
           label: {show: true, position: 'top', distance: 3, color: ink('--bad'), fontSize: 11}},
          {xAxis: fault.windows[0][0] + fault.outage}]);
      }
    });
    return {silent: true, data: areas};
  }

  function marks() {
    return {
      symbol: 'none',
      silent: false,
      lineStyle: {color: ink('--soft'), type: 'dotted', width: 1, opacity: 0.7},
      label: {show: false},
      emphasis: {label: {show: true, formatter: '{b}', color: ink('--ink'), backgroundColor: ink('--page'), padding: 4},
                 lineStyle: {width: 2}},
      data: data.events.map(function (e) { return {xAxis: e.at, name: e.what}; }).concat(recoveries())
    };
  }

  /** Where the time to recovery begins and ends, so that the number can be seen. */
  function recoveries() {
    var lines = [];
    data.faults.forEach(function (fault) {
      if (!fault.outage) return;
      var begin = fault.windows[0][0];
      var style = {color: ink('--bad'), type: 'solid', width: 1.2, opacity: 0.9};
      lines.push({xAxis: begin, name: 'RTO of ' + fault.id + ' begins: it is injected', lineStyle: style});
      lines.push({xAxis: begin + fault.outage, lineStyle: style,
        name: fault.label === 'not recovered' ? fault.id + ': never recovered' : fault.label + ' of ' + fault.id + ' ends: the last users have recovered'});
    });
    return lines;
  }

  function line(name, points, style) {
    return Object.assign({
      name: name, type: 'line', data: points, showSymbol: false, connectNulls: false,
      lineStyle: {width: 1.6}, emphasis: {disabled: true}
    }, style);
  }

  function tip(format) {
    return {
      trigger: 'axis', confine: true, transitionDuration: 0,
      backgroundColor: ink('--raised'), borderColor: ink('--line'), textStyle: {color: ink('--ink'), fontSize: 12},
      formatter: function (items) {
        var at = items[0].value[0];
        var happened = data.events.filter(function (e) { return e.at >= at && e.at < at + factor() * data.bucket; });
        return '<b>' + duration(at) + '</b>' + items.map(function (item) {
          return '<br>' + item.marker + escaped(item.seriesName) + ' <b>' + format(item.value[1]) + '</b>';
        }).join('') + happened.slice(0, 4).map(function (e) { return '<br>› ' + escaped(e.what); }).join('');
      }
    };
  }

  /** The area between two percentiles of a workload; a gap in either is a gap. */
  function band(name, lower, upper, colour, opacity) {
    var low = joined(lower, mean);
    var high = joined(upper, highest);
    return {
      name: name, type: 'custom', silent: true, clip: true, tooltip: {show: false}, z: 1,
      data: [[data.from, 1]],
      renderItem: function (params, api) {
        var shapes = [];
        var top = [];
        var bottom = [];
        function flush() {
          if (top.length > 1) {
            shapes.push({type: 'polygon', shape: {points: top.concat(bottom.reverse())}, style: {fill: colour, opacity: opacity}});
          }
          top = [];
          bottom = [];
        }
        high.forEach(function (point, i) {
          if (point[1] === null || !low[i] || low[i][1] === null) { flush(); return; }
          top.push(api.coord(point));
          bottom.push(api.coord(low[i]));
        });
        flush();
        return {type: 'group', children: shapes};
      }
    };
  }

  function ground() { return line('', [], {silent: true, tooltip: {show: false}}); }

  /** Where a custom shape would leave the chart it is cut off. */
  function clipped(params, shape) {
    return echarts.graphic.clipRectByRect(shape, {x: params.coordSys.x, y: params.coordSys.y,
      width: params.coordSys.width, height: params.coordSys.height});
  }

  function heatCells(map) {
    var most = map.cells.reduce(function (m, c) { return Math.max(m, c[2]); }, 1);
    return {
      type: 'custom', name: map.workload, encode: {x: [0, 1], y: [2, 3]},
      data: map.cells.map(function (c) {
        return [round(data.from + c[0] * map.bucket), round(data.from + (c[0] + 1) * map.bucket), map.bounds[c[1]] || 1e-6, map.bounds[c[1] + 1], c[2]];
      }),
      renderItem: function (params, api) {
        var a = api.coord([api.value(0), api.value(3)]);
        var b = api.coord([api.value(1), api.value(2)]);
        var shape = clipped(params, {x: a[0], y: a[1], width: Math.max(1, b[0] - a[0] + 0.3), height: Math.max(1, b[1] - a[1] + 0.3)});
        var heat = 0.18 + 0.82 * Math.log(1 + api.value(4)) / Math.log(1 + most);
        return shape && {type: 'rect', shape: shape, style: {fill: ink('--heat'), opacity: heat}};
      }
    };
  }

  function laneShapes() {
    return {
      type: 'custom', encode: {x: [1, 2], y: 0},
      data: data.lanes.reduce(function (all, lane, i) {
        return all.concat(lane.stretches.map(function (s) { return [i, s.from, s.to, s.region, s.what]; }));
      }, []),
      renderItem: function (params, api) {
        var a = api.coord([api.value(1), api.value(0)]);
        var b = api.coord([api.value(2), api.value(0)]);
        var high = api.size([0, 1])[1] * 0.62;
        var shape = clipped(params, {x: a[0], y: a[1] - high / 2, width: Math.max(1.5, b[0] - a[0]), height: high});
        var wrong = api.value(3) < 0;
        return shape && {type: 'rect', shape: shape, style: {fill: wrong ? ink('--bad') : colour(api.value(3)), opacity: wrong ? 0.9 : 0.75,
          stroke: ink('--page'), lineWidth: 1}};
      }
    };
  }

  function options(format, axis, series, last) {
    if (series.length) {
      series[0].markArea = windows();
      series[0].markLine = marks();
    }
    var text = {color: ink('--soft'), fontSize: 11};
    return {
      animation: false,
      aria: {enabled: true},
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
      grid: {left: 62, right: 16, top: 42, bottom: last ? 72 : 26},
      legend: {top: 2, left: 56, type: 'scroll', itemWidth: 18, itemHeight: 8, textStyle: {color: ink('--ink'), fontSize: 12},
               pageTextStyle: {color: ink('--soft')}, pageIconColor: ink('--ink')},
      tooltip: tip(format),
      axisPointer: {lineStyle: {color: ink('--soft')}},
      dataZoom: [
        {type: 'slider', show: last, bottom: 8, height: 26, startValue: view[0], endValue: view[1], filterMode: 'none',
         labelFormatter: duration, textStyle: text, borderColor: ink('--line'), brushSelect: false},
        {type: 'inside', startValue: view[0], endValue: view[1], filterMode: 'none', zoomOnMouseWheel: 'ctrl',
         moveOnMouseMove: false, moveOnMouseWheel: false, preventDefaultMouseMove: false}],
      xAxis: {type: 'value', min: data.from, max: end, axisLabel: Object.assign({formatter: duration, hideOverlap: true}, text),
              axisLine: {lineStyle: {color: ink('--line')}}, splitLine: {show: false}},
      yAxis: Object.assign({axisLabel: Object.assign({formatter: format}, text), splitNumber: 4,
                            splitLine: {lineStyle: {color: ink('--line')}}}, axis),
      series: series
    };
  }

  // ---- the charts

  var plans = {
    'throughput': function () {
      return options(rate, {type: 'value', min: 0}, [
        line('offered', throughput('offered'), {color: ink('--offered'), lineStyle: {width: 1.2, type: 'dashed'}}),
        line('committed', throughput('committed'), {color: ink('--committed')}),
        line('aborted', throughput('aborted'), {color: ink('--aborted')}),
        line('failed', throughput('failed'), {color: ink('--failed')})], false);
    },
    'latency': function () {
      var series = [];
      workloads.forEach(function (name, i) {
        series.push(line(name + ' p50', joined(values('latency-p50', name), mean), {color: colour(i), lineStyle: {width: 1, opacity: 0.65}}));
        series.push(line(name + ' p99', joined(values('latency-p99', name), highest), {color: colour(i)}));
      });
      var bands = [];
      workloads.forEach(function (name, i) {
        bands.push(band(name + ' p50', values('latency-p50', name), values('latency-p90', name), colour(i), 0.28));
        bands.push(band(name + ' p99', values('latency-p90', name), values('latency-p99', name), colour(i), 0.13));
      });
      return options(duration, {type: 'log', logBase: 10}, series.concat(bands), false);
    },
    'heat': function () {
      var o = options(duration, {type: 'log', logBase: 10}, [ground(), heatCells(data.heatmaps[heated])], false);
      o.legend.show = false;
      o.grid.top = 16;
      o.yAxis.min = function (range) { return range.min; };
      o.tooltip.trigger = 'item';
      o.tooltip.formatter = function (item) {
        var v = item.value;
        return duration(v[0]) + ' to ' + duration(v[1]) + '<br>' + duration(v[2]) + ' to ' + duration(v[3]) + ': <b>' + v[4] + '</b>';
      };
      return o;
    },
    'lanes': function () {
      var o = options(duration, {type: 'category', inverse: true, splitLine: {show: false}, data: data.lanes.map(function (l) { return l.name; })},
        [ground(), laneShapes()], false);
      o.yAxis.axisLabel.formatter = function (name) { return name.length > 11 ? name.slice(0, 10) + '…' : name; };
      o.yAxis.axisLabel.interval = 0;
      o.legend.show = false;
      o.grid.top = 16;
      o.tooltip.trigger = 'item';
      o.tooltip.formatter = function (item) {
        var v = item.value;
        return escaped(data.lanes[v[0]].name) + ': <b>' + escaped(v[4]) + '</b><br>' + duration(v[1]) + ' to ' + duration(v[2]);
      };
      return o;
    },
    'lag': function () {
      return options(duration, {type: 'value', min: 0}, regional('watermark-lag').map(function (s, i) {
        return line(s.region, joined(s.values, highest), {color: colour(i)});
      }), false);
    },
    'bound': function () {
      return options(duration, {type: 'value', min: 0}, regional('clock-bound').map(function (s, i) {
        return line(s.region, joined(s.values, highest), {color: colour(i)});
      }), false);
    },
    'abort-rate': function () {
      return options(share, {type: 'value', min: 0}, workloads.map(function (name, i) {
        return line(name, abortRate(name), {color: colour(i)});
      }), false);
    },
    'availability': function () {
      return options(share, {type: 'value', min: 0, max: 1, interval: 0.25}, workloads.map(function (name, i) {
        return line(name, joined(values('availability', name), mean), {color: colour(i), step: false});
      }), true);
    }
  };

  // A chart without anything to show is left out.
  if (!data.heatmaps.length) delete plans.heat;
  if (!data.lanes.length) delete plans.lanes;
  if (!regional('watermark-lag').length) delete plans.lag;
  if (!regional('clock-bound').length) delete plans.bound;
  ['heat', 'lanes', 'lag', 'bound'].forEach(function (id) {
    if (!plans[id]) document.getElementById(id).closest('figure').hidden = true;
  });

  function redraw() {
    Object.keys(plans).forEach(function (id) { charts[id].setOption(plans[id](), {notMerge: false}); });
  }

  var shownFactor = factor();
  function moved() {
    var zoom = charts.availability.getOption().dataZoom[0];
    view = [zoom.startValue, zoom.endValue];
    if (factor() !== shownFactor) {
      shownFactor = factor();
      Object.keys(plans).forEach(function (id) {
        charts[id].setOption({series: plans[id]().series.map(function (s) {
          return s.renderItem ? {data: s.data, renderItem: s.renderItem} : {data: s.data};
        })});
      });
    }
  }

  function show(from, to) {
    charts.availability.dispatchAction({type: 'dataZoom', dataZoomIndex: 0,
      startValue: Math.max(data.from, from), endValue: Math.min(end, to)});
  }

  // ---- buttons

  function button(parent, text, pressed, action) {
    var b = document.createElement('button');
    b.type = 'button';
    b.textContent = text;
    if (pressed !== null) b.setAttribute('aria-pressed', String(pressed));
    b.addEventListener('click', function () { action(b); });
    parent.appendChild(b);
  }

  function zoomButtons() {
    var parent = document.getElementById('zoom');
    button(parent, 'Whole run', null, function () { show(data.from, end); });
    data.faults.slice(0, 8).forEach(function (fault) {
      var w = fault.windows[0];
      var rto = Math.min(fault.outage || 0, 60);
      button(parent, 'Around ' + fault.id, null, function () {
        show(w[0] - Math.max(1, rto), w[0] + Math.max(4, 3 * rto));
      });
      if (w[1] < end) {
        button(parent, 'When ' + fault.id + ' heals', null, function () { show(w[1] - 10, w[1] + 50); });
      }
    });
  }

  /** Buttons of which one is pressed. */
  function alternatives(id, label, names, action) {
    var parent = document.getElementById(id);
    if (!parent || names.length < 2) return;
    parent.setAttribute('role', 'group');
    parent.setAttribute('aria-label', label);
    names.slice(0, 12).forEach(function (name, i) {
      button(parent, name, i === 0, function (pressed) {
        parent.querySelectorAll('button').forEach(function (b) { b.setAttribute('aria-pressed', String(b === pressed)); });
        action(i);
      });
    });
  }

  function choiceButtons() {
    var regions = workloads.map(regionOf).filter(function (r, i, all) { return r && all.indexOf(r) === i; });
    var choices = [{workload: null, region: null}];
    if (regions.length > 1) {
      regions.forEach(function (r) { choices.push({workload: null, region: r}); });
    }
    if (workloads.length > 1) {
      workloads.forEach(function (w) { choices.push({workload: w, region: null}); });
    }
    alternatives('choice', 'Workloads to show', choices.map(function (c) { return c.workload || c.region || 'all'; }), function (i) {
      chosen = choices[i];
      charts.throughput.setOption({series: plans.throughput().series.map(function (s) { return {data: s.data}; })});
    });
    alternatives('heat-choice', 'Workload to show', data.heatmaps.map(function (m) { return m.workload; }), function (i) {
      heated = i;
      charts.heat.setOption(plans.heat());
    });
  }

  // ---- begin

  document.getElementById('charts').hidden = false;
  document.querySelector('.live').hidden = false;
  root.classList.add('charts');
  // One chart after the other, so that the page can be read while they are drawn.
  var waiting = Object.keys(plans);
  function drawNext() {
    var id = waiting.shift();
    if (!id) { ready(); return; }
    charts[id] = echarts.init(document.getElementById(id), null, {renderer: 'svg'});
    charts[id].setOption(plans[id]());
    setTimeout(drawNext, 0);
  }

  function ready() {
    zoomButtons();
    choiceButtons();
    echarts.connect(Object.keys(charts).map(function (id) { return charts[id]; }));
    charts.availability.on('datazoom', moved);
    root.classList.add('drawn');
  }
  drawNext();
  window.addEventListener('resize', function () {
    Object.keys(charts).forEach(function (id) { charts[id].resize(); });
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}());
