/**
 * Runs the ejc that the office has pinned, by its SHA-256: with a name from a public registry, CI would run whatever
 * somebody publishes under that name, beside the case files. The package needs no other, so that to unpack it is to
 * install it; it lies in git's own folder, where no commit sees it and no other user of the machine can put one.
 */
const runner = `#!/bin/sh
# 流水线用的 ejc：按 ci/package 写明的安装包运行（见 ci/README.md）。用法：sh ci/ejc lint
set -eu
say() { printf '%s\\n' "$*" >&2; }
here=$(cd "$(dirname -- "$0")" && pwd)

# 一行，与 sha256sum 的输出相同：校验值、两个空格、安装包的位置。
line=$(sed -e 's/\\r$//' "$here/package" | grep -v -e '^#' -e '^[[:space:]]*$' | head -n 1) || :
sum=$(printf '%s' "$line" | cut -d ' ' -f 1)
where=$(printf '%s' "$line" | sed -e 's/^[^ ]*[ *]*//')
if [ -z "$sum" ] || [ -z "$where" ]; then
  say 'ci/package 没有写明 ejc 的安装包：请写一行“校验值  位置”，办法见 ci/README.md。'
  exit 2
fi

fetch() {
  case $where in
    http://* | https://*)
      if command -v curl >/dev/null 2>&1; then
        curl --fail --silent --show-error --location --output "$1" "$where"
      else
        wget -q -O "$1" "$where"
      fi
      ;;
    /*) cp "$where" "$1" ;;
    *) cp "$here/../$where" "$1" ;;
  esac
}

ejc=$(cd "$here" && cd "$(git rev-parse --git-dir)" && pwd)/ejc/ci-$sum
if [ ! -f "$ejc/package/bin/ejc.js" ]; then
  rm -rf "$ejc"
  mkdir -p "$ejc"
  if ! fetch "$ejc/package.tgz"; then
    say "取不到 ejc 的安装包 $where：请核对 ci/package 写明的位置。"
    exit 2
  fi
  found=$(sha256sum "$ejc/package.tgz" | cut -d ' ' -f 1)
  if [ "$found" != "$sum" ]; then
    rm -rf "$ejc"
    say "ejc 的安装包 $where 与 ci/package 的校验值不符（实际是 $found），没有运行：请核对来源。"
    exit 2
  fi
  mkdir "$ejc/new"
  tar -xzf "$ejc/package.tgz" -C "$ejc/new"
  mv "$ejc/new/package" "$ejc/package"
fi
exec node "$ejc/package/bin/ejc.js" "$@"
`

const pin = `# ejc 的安装包，一行：SHA-256 校验值、两个空格、位置（本库的文件、绝对路径，或者 https 地址）。见 ci/README.md
`

const manual = `# 流水线

推送、合并请求时，\`.github/workflows/ejc.yml\`（GitHub、Gitea、Forgejo）、\`.gitlab-ci.yml\`（GitLab）用 \`ci/ejc\` 运行 \`ejc lint\`。
\`ci/ejc\` 只运行 \`ci/package\` 写明的那一个安装包，校验值不符的不运行；不用 npm，只要 node（20.19 以上）、git、tar。
案件超过 10000 件的，检查全库时平分给四台机器（\`ejc lint --shard 1/4\` 等四份），合起来与一台检查的相同。

不联网：把安装包放进本库（约 1 MB），在案件库里运行

\`\`\`sh
cp ejc-版本.tgz ci/
sha256sum ci/ejc-版本.tgz > ci/package
git add ci
git commit -m '写明流水线用的 ejc'
\`\`\`

从单位的网站取：在 \`ci/package\` 写一行 \`校验值  https://…/ejc-版本.tgz\`，校验值见安装包旁的 \`.sha256\` 文件
（Windows 上可用 \`certutil -hashfile ejc-版本.tgz SHA256\`）。换新版时改这一行。

运行流水线的机器不能上网的：GitLab 的 \`image\` 改成单位镜像库里的 node；GitHub、Gitea 的两个 \`uses\` 改成单位自己的镜像，
机器上已经装有 node 的，去掉 \`actions/setup-node\` 一步。
`

/** What CI runs ejc by. */
export const ciFiles: readonly (readonly [path: string, text: string])[] = [
  ['ci/README.md', manual],
  ['ci/ejc', runner],
  ['ci/package', pin],
]
