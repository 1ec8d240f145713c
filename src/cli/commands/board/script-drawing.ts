/**
 * How the script of the page draws a row from the data of the page: the same elements as `case.ts` and `deadlines.ts`
 * write, to which a test in a browser holds it. A row of a case is what `rows.ts` makes of it. Texts are put in as
 * texts, never as markup.
 */
export const drawing = `
  var data = JSON.parse(document.getElementById('data').textContent)
  var rows = []
  Array.prototype.forEach.call(document.querySelectorAll('script.rows'), function (part) {
    Array.prototype.push.apply(rows, JSON.parse(part.textContent))
  })
  var opened = {}
  var texts = []
  function textOf(row, number) { return number < 0 ? row[9][-number - 1] : data.words[number] }
  function element(tag, attributes, children) {
    var made = document.createElement(tag)
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]) })
    children.forEach(function (child) {
      if (typeof child !== 'string') made.appendChild(child)
      else if (child) made.appendChild(document.createTextNode(child))
    })
    return made
  }
  function named(kind, children) { return element('span', { 'class': kind }, children) }
  function deadlineOf(row, deadline) {
    function text(at) { return textOf(row, deadline[at]) }
    var about = text(4)
    return {
      status: text(0), standing: text(1), due: text(2), article: text(5), title: text(3),
      matter: [text(3) + (about && '（' + about + '）')].concat(deadline[6] ? [' ', named('tag', ['提示性'])] : [])
    }
  }
  function cell(head, children, kind) {
    var attributes = { 'data-head': head }
    if (kind) attributes['class'] = kind
    return element('td', attributes, children)
  }
  function stateCells(deadline) {
    var sign = data.statusSigns[deadline.status] || ''
    return [
      cell('状态', [named('state ' + deadline.status, [sign + deadline.standing])]),
      cell('到期日', [deadline.due || '没有定日'], 'day')
    ]
  }
  function officersOf(row) { return row[3].map(function (one) { return textOf(row, one) }).join('、') }
  function listedDeadline(at, number) {
    var row = rows[at]
    var deadline = deadlineOf(row, row[7][number])
    return element('tr', { 'data-of': row[0] }, stateCells(deadline).concat([
      cell('案件', [element('a', { href: '#' + row[0] }, [row[0]]), ' ' + row[1]]),
      cell('期限', deadline.matter),
      cell('承办人', [officersOf(row) || '未写明']),
      cell('依据', [deadline.article])
    ]))
  }
  function caseElement(at) {
    var row = rows[at]
    var major = row[4] ? [' ', named('tag strong', ['重大'])] : []
    var details = element('details', { 'class': 'case', id: row[0] }, [
      element('summary', {}, [
        named('id', [row[0]]),
        named('name', [row[1]].concat(major)),
        named('stage', [data.stages[row[2]][1]]),
        named('next', nextOf(row)),
        named('who', [officersOf(row) || data.noOfficer])
      ])
    ])
    if (opened[row[0]]) {
      fill(details)
      details.open = true
    }
    return details
  }
  function nextOf(row) {
    var ended = textOf(row, row[5])
    if (ended) return ['已于 ' + ended + ' 了结']
    if (!row[7].length) return ['没有未办结的期限']
    var next = deadlineOf(row, row[7][0])
    var sign = next.status === 'overdue' ? data.statusSigns.overdue : ''
    return [named('state ' + next.status, [sign + next.standing]), ' ' + next.title + ' ' + next.due]
  }
  function fill(details) {
    if (details.children.length > 1) return
    var row = rows[index[details.id]]
    details.appendChild(element('div', { 'class': 'inside' }, stepsOf(row).concat([
      element('dl', { 'class': 'facts' }, data.factNames.map(function (name, at) {
        return element('div', {}, [element('dt', {}, [name]), element('dd', {}, [textOf(row, row[6][at])])])
      })),
      element('div', { 'class': 'pair' }, [
        element('section', {}, [element('h3', {}, ['未办结的期限']), deadlinesOf(row)]),
        element('section', {}, [element('h3', {}, ['经过']), timelineOf(row)])
      ])
    ])))
  }
  function stepsOf(row) {
    var steps = data.stages[row[2]][2]
    if (steps[0] < 0) return []
    return [element('ol', { 'class': 'steps', 'aria-label': '办理阶段' }, steps.slice(1).map(function (title, at) {
      var now = { 'class': 'now', 'aria-current': 'step' }
      return element('li', at === steps[0] ? now : at < steps[0] ? { 'class': 'past' } : {}, [title])
    }))]
  }
  function deadlinesOf(row) {
    if (!row[7].length) return element('p', { 'class': 'none' }, ['没有未办结的期限。'])
    var heads = ['状态', '到期日', '期限', '依据'].map(function (head) { return element('th', { scope: 'col' }, [head]) })
    return element('table', { 'class': 'list' }, [
      element('caption', { 'class': 'unseen' }, [row[0] + ' 未办结的期限']),
      element('thead', {}, [element('tr', {}, heads)]),
      element('tbody', {}, row[7].map(function (each) {
        var deadline = deadlineOf(row, each)
        return element('tr', {}, stateCells(deadline).concat([
          cell('期限', deadline.matter),
          cell('依据', [deadline.article])
        ]))
      }))
    ])
  }
  function timelineOf(row) {
    var days = []
    for (var at = 0; at < row[8].length; at += 3) {
      var date = textOf(row, row[8][at])
      var about = textOf(row, row[8][at + 2])
      var what = textOf(row, row[8][at + 1]) + (about && '（' + about + '）')
      var last = days[days.length - 1]
      if (last && last[0] === date) last[1].push(what)
      else days.push([date, [what]])
    }
    return element('ol', { 'class': 'timeline' }, days.map(function (day) {
      var ahead = day[0] > data.today
      return element('li', ahead ? { 'class': 'ahead' } : {}, [
        element('time', { datetime: day[0] }, [day[0]]),
        day[1].join('；') + (ahead ? '（今天以后）' : '')
      ])
    }))
  }
  function searched(at) {
    if (texts[at] === undefined) {
      var row = rows[at]
      var numbers = row[3].concat(row[5], row[6], row[8])
      row[7].forEach(function (deadline) { numbers = numbers.concat(deadline.slice(1, 6)) })
      var found = numbers.map(function (number) { return textOf(row, number) })
      texts[at] = [row[0], row[1], data.stages[row[2]][1], row[4] ? '重大' : '', officersOf(row) || data.noOfficer]
        .concat(found).join(' ').toLowerCase()
    }
    return texts[at]
  }`
