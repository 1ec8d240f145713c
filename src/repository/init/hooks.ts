/** The beginning of both hooks: finds ejc, and checks a commit. */
const common = `set -eu

say() { printf '%s\\n' "$*" >&2; }

# 程序的位置，或者完整的命令（node '/路径/bin/ejc.js'）。
ejc=\${EJC:-$(git config --get ejc.command || echo ejc)}
run() {
  if command -v "$ejc" >/dev/null 2>&1; then "$ejc" "$@"; else eval "$ejc \\"\\$@\\""; fi
}
run --version >/dev/null 2>&1 || {
  say "找不到 $ejc：请安装 ejc，或者在案件库里运行 ejc doctor --fix。"
  exit 1
}

# 检查一次提交（或者将要提交的内容），不看工作区，也不取出没有改动的案件。
# 只拒绝案卷本身新出现的错误：逾期、未付等待办的事和原有的错误照样列出，不妨碍提交。
# 退出码 1：有这样的错误；其他：检查不了。
lint() {
  result=0
  if [ -n "$3" ]; then
    run -C "$1" lint "--at=$2" "--changed=$3" --fail-on new-record || result=$?
  else
    run -C "$1" lint "--at=$2" --fail-on record || result=$?
  fi
  case $result in
    0) return 0 ;;
    1) say "$4：上列错误需要改正；确属特殊情况的，用 ejc amend 案件 登记线索 在“豁免的检查”写明理由。" ;;
    *) say "$4：检查无法进行（退出码 $result）。" ;;
  esac
  return 1
}
`

/** Checks what is about to be committed, which may differ from the work tree. */
const preCommit = `#!/bin/sh
# 提交前检查改动过的案件。启用：git config core.hooksPath hooks（见 hooks/README.md）
${common}
top=$(pwd -P)
folder=$(cd "$(dirname -- "$0")/.." && pwd -P)
case $folder/ in
  "$top"/*) ;;
  *) folder=$top ;;
esac
head=$(git rev-parse --verify --quiet HEAD || :)
tree=$(git write-tree)
lint "$folder" "$tree" "$head" '没有提交' || exit 1
`

/** For a server with a bare repository: the new objects are still in quarantine, and only this process can see them. */
const preReceive = `#!/bin/sh
# 服务器端钩子：推送的案件有错误时拒收。安装在裸库的 hooks/pre-receive（见 hooks/README.md）
${common}
# 当前文件夹；Windows 上为 git 自己认识的写法（C:/…，不是 /c/…）。
place() { pwd -W 2>/dev/null || pwd; }

# 另建一个空的 git 库，借用这里的对象：检查的是提交的内容，不碰任何现有文件。
borrow() {
  shared=$(cd "$(git rev-parse --git-common-dir)/objects" && place)
  arriving=\${GIT_OBJECT_DIRECTORY:+$(cd "$GIT_OBJECT_DIRECTORY" && place)}
  format=$(git rev-parse --show-object-format)
  unset $(git rev-parse --local-env-vars) GIT_QUARANTINE_PATH
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 1' HUP INT TERM
  git init --quiet --template= --object-format="$format" "$work"
  mkdir -p "$work/.git/objects/info"
  printf '%s\\n' "$shared" \${arriving:+"$arriving"} >"$work/.git/objects/info/alternates"
}

# 案件库在 git 库的子文件夹时：git config ejc.folder 子文件夹
folder=$(git config --get ejc.folder || echo .)
main=$(git rev-parse --verify --quiet 'HEAD^{commit}' || :)

check() (
  borrow
  mkdir -p "$work/$folder"
  lint "$work/$folder" "$2" "$1" "$3 被拒收"
)

refused=0
while read -r old new ref; do
  case $ref in
    refs/heads/*) ;;
    *) continue ;;
  esac
  # 全是 0 的编号：删除的分支没有可查的，新建的分支与主分支相比。
  case $new in
    *[!0]*) ;;
    *) continue ;;
  esac
  case $old in
    *[!0]*) base=$old ;;
    *) base=$main ;;
  esac
  check "$base" "$new" "$ref" || refused=1
done
exit "$refused"
`

const manual = `# 钩子

| 文件 | 在哪里运行 | 做什么 |
| --- | --- | --- |
| \`pre-commit\` | 本机，提交以前 | 检查将要提交的案件，案卷有新错误的不提交 |
| \`pre-receive\` | 服务器，收到推送时 | 检查推送的案件，案卷有新错误的整次推送拒收 |

本机启用（每个克隆一次；案件库在子文件夹的，写 \`子文件夹/hooks\`）：

\`\`\`sh
git config core.hooksPath hooks
\`\`\`

服务器启用：把 \`pre-receive\` 复制到裸库的 \`hooks/\`（GitLab 为 \`custom_hooks/\`，Gitea、Forgejo 为 \`hooks/pre-receive.d/\`），并设为可执行。案件库在子文件夹的，在裸库内运行 \`git config ejc.folder 子文件夹\`。

找不到 ejc 时，运行 \`ejc doctor --fix\`，或者用 \`git config ejc.command /路径/ejc\`、环境变量 \`EJC\` 写明它的位置。

两个钩子都只查改动过的案件和全库的规则（\`ejc lint --at\`：只从 git 取出这些案件，库再大也不慢），只拒绝案卷本身新出现的错误；逾期、未付等待办的事和原有的错误照样列出，不妨碍提交。确属特殊情况、暂不能改正的，用 \`ejc amend 案件 登记线索\` 在“检查设置”的“豁免的检查”写明规则、理由、人员和日期。
`

/** The hooks that `ejc init` writes; users turn them on themselves. */
export const hookFiles: readonly (readonly [path: string, text: string])[] = [
  ['hooks/README.md', manual],
  ['hooks/pre-commit', preCommit],
  ['hooks/pre-receive', preReceive],
]

/** The files of a new repository that must be executable. */
export const executableFiles: ReadonlySet<string> = new Set(['hooks/pre-commit', 'hooks/pre-receive'])
