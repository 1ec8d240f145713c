/** From more cases than these on, four machines share a check of all. */
const MANY = 10_000

const isMany = `[ "$(git ls-tree --name-only HEAD cases/ | wc -l)" -gt ${MANY} ]`

/**
 * GitHub Actions; Gitea and Forgejo Actions read the same file. A pull request checks the cases it changes, else all: of
 * very many, the first job checks one part, and three more the others. They are named one by one, since not all of the
 * three platforms take a matrix from another job.
 */
const actionsWorkflow = `name: ejc
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: 核对 ejc 的安装包
        run: sh ci/ejc --version
      - name: 检查改动过的案件
        if: github.event_name == 'pull_request'
        run: sh ci/ejc lint --format github "--changed=origin/$GITHUB_BASE_REF"
      - name: 检查全库，案件很多的只查第一份
        if: github.event_name != 'pull_request'
        run: |
          if ${isMany}; then
            sh ci/ejc lint --format github --shard 1/4
          else
            sh ci/ejc lint --format github
          fi
  count:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    outputs:
      many: \${{ steps.count.outputs.many }}
    steps:
      - uses: actions/checkout@v4
      - name: 案件是否很多
        id: count
        run: |
          if ${isMany}; then
            echo many=true >> "$GITHUB_OUTPUT"
          fi
  rest:
    needs: count
    if: needs.count.outputs.many == 'true'
    runs-on: ubuntu-latest
    strategy:
      fail-fast: false
      matrix:
        part: [2, 3, 4]
    env:
      PART: \${{ matrix.part }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: 检查其余各份
        run: sh ci/ejc lint --format github --shard "$PART/4"
`

/**
 * GitLab: the first call writes the report for the merge request, the second prints findings and sets the exit code. The
 * other parts end at once where the cases are few.
 */
const gitlabJobs = `ejc-lint:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    GIT_DEPTH: 0
  before_script:
    - sh ci/ejc --version
  script:
    - set -- \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+"--changed=$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
    - if [ $# -eq 0 ] && ${isMany}; then set -- --shard 1/4; fi
    - sh ci/ejc lint --format gitlab "$@" > gl-code-quality-report.json || true
    - sh ci/ejc lint "$@"
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
ejc-lint-rest:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      when: never
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  parallel: 3
  script:
    - if ! ${isMany}; then exit 0; fi
    - set -- --shard "$((CI_NODE_INDEX + 1))/4"
    - sh ci/ejc lint --format gitlab "$@" > gl-code-quality-report.json || true
    - sh ci/ejc lint "$@"
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`

/** The files that run `ejc lint` on the platforms. */
export const workflowFiles: readonly (readonly [path: string, text: string])[] = [
  ['.github/workflows/ejc.yml', actionsWorkflow],
  ['.gitlab-ci.yml', gitlabJobs],
]
