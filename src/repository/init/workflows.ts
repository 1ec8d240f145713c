/**
 * GitHub Actions; Gitea and Forgejo Actions read the same file. A pull request checks the cases it changes, else all.
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
      - name: 检查全库
        if: github.event_name != 'pull_request'
        run: sh ci/ejc lint --format github
`

/**
 * GitLab: the first call writes the report for the merge request, the second prints findings and sets the exit code.
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
