import { drawing } from './script-drawing.ts'

/** How many rows of a list the page shows at a time. */
export const ROWS_AT_ONCE = 100

/**
 * What moves the page, in the language that old browsers understand: it filters, turns pages, opens a case that a link
 * leads to, and draws the rows that are not there yet. On paper it puts every row that passes the filter.
 */
export const script = `(function () {
  'use strict'
  var PAGE = ${ROWS_AT_ONCE}
${drawing}
  var form = document.getElementById('filters')
  var index = {}
  rows.forEach(function (row, at) { index[row[0]] = at })
  var lists = {
    cases: { place: document.getElementById('list'), make: caseElement, all: rows.map(function (_, at) { return [at] }) },
    overdue: { place: document.querySelector('#overdue tbody'), make: listedDeadline, all: pairs(data.overdue) },
    near: { place: document.querySelector('#near tbody'), make: listedDeadline, all: pairs(data.near) }
  }
  var names = Object.keys(lists)
  var printing = false
  var asking = '\\n'
  names.forEach(function (name) {
    lists[name].shown = lists[name].all
    lists[name].page = 0
  })
  function pairs(flat) {
    var found = []
    for (var at = 0; at < flat.length; at += 2) found.push([flat[at], flat[at + 1]])
    return found
  }
  function draw(name) {
    var list = lists[name]
    if (!list.place) return
    var from = printing ? 0 : list.page * PAGE
    var part = document.createDocumentFragment()
    list.shown.slice(from, printing ? undefined : from + PAGE).forEach(function (at) {
      part.appendChild(list.make(at[0], at[1]))
    })
    list.place.textContent = ''
    list.place.appendChild(part)
    turning(name)
  }
  function turning(name) {
    var list = lists[name]
    var last = Math.max(Math.ceil(list.shown.length / PAGE) - 1, 0)
    var from = list.page * PAGE
    var text = '第 ' + (from + 1) + '–' + Math.min(from + PAGE, list.shown.length) + ' 行，共 ' + list.shown.length + ' 行'
    each('nav[data-pages="' + name + '"]', function (nav) {
      nav.hidden = last === 0
      nav.children[0].disabled = list.page === 0
      nav.children[2].disabled = list.page === last
      nav.children[1].textContent = text
    })
  }
  function each(selector, visit) { Array.prototype.forEach.call(document.querySelectorAll(selector), visit) }
  function apply() {
    var officer = form.elements.officer.value
    var stage = form.elements.stage.value
    var asked = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean)
    // Leaving a field that was typed in changes nothing: what is about to be clicked must stay.
    var asks = [officer, stage].concat(asked).join('\\n')
    if (asks === asking) return
    asking = asks
    var wanted = rows.map(function (row, at) {
      return (!officer || row[3].some(function (one) { return textOf(row, one) === officer })) &&
        (!stage || data.stages[row[2]][0] === stage) &&
        asked.every(function (word) { return searched(at).indexOf(word) >= 0 })
    })
    names.forEach(function (name) {
      var list = lists[name]
      list.shown = list.all.filter(function (at) { return wanted[at[0]] })
      list.page = 0
      draw(name)
      var place = document.querySelector('[data-count="' + name + '"]')
      if (place) place.textContent = list.shown.length
    })
    var nothing = document.getElementById('nothing')
    var shown = lists.cases.shown.length
    if (nothing) nothing.hidden = shown > 0
    form.querySelector('output').textContent =
      shown === rows.length ? '' : '符合条件的案件 ' + shown + ' 件，共 ' + rows.length + ' 件'
  }
  function openAll(open) {
    if (!open) opened = {}
    each('details.case', function (details) {
      if (open) fill(details)
      details.open = open
    })
  }
  function openNamed() {
    var at = index[decodeURIComponent(location.hash.slice(1))]
    if (at === undefined) return
    if (place(at) < 0) {
      ['officer', 'stage', 'text'].forEach(function (name) { form.elements[name].value = '' })
      apply()
    }
    var page = Math.floor(place(at) / PAGE)
    if (page !== lists.cases.page) { lists.cases.page = page; draw('cases') }
    var named = document.getElementById(rows[at][0])
    fill(named)
    named.open = true
    named.scrollIntoView()
    named.firstChild.focus({ preventScroll: true })
  }
  function place(at) {
    for (var found = 0; found < lists.cases.shown.length; found += 1) if (lists.cases.shown[found][0] === at) return found
    return -1
  }
  function print(now) {
    printing = now
    names.forEach(function (name) { if (lists[name].shown.length > PAGE) draw(name) })
  }
  each('nav[data-pages]', function (nav) {
    function turn(by) {
      var name = nav.getAttribute('data-pages')
      lists[name].page += by
      draw(name)
      document.getElementById(name).scrollIntoView()
    }
    nav.children[0].addEventListener('click', function () { turn(-1) })
    nav.children[2].addEventListener('click', function () { turn(1) })
  })
  if (lists.cases.place) lists.cases.place.addEventListener('toggle', function (event) {
    var details = event.target
    opened[details.id] = details.open
    if (details.open) fill(details)
  }, true)
  form.addEventListener('input', apply)
  form.addEventListener('change', apply)
  form.addEventListener('reset', function () { setTimeout(apply, 0) })
  form.addEventListener('submit', function (event) { event.preventDefault() })
  form.elements.open.addEventListener('click', function () { openAll(true) })
  form.elements.close.addEventListener('click', function () { openAll(false) })
  window.addEventListener('hashchange', openNamed)
  window.addEventListener('beforeprint', function () { print(true) })
  window.addEventListener('afterprint', function () { print(false) })
  names.forEach(turning)
  form.hidden = false
  openNamed()
})()`
