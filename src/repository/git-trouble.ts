import { RepositoryError } from './errors.ts'

/** A failure known by git's words, and what an officer does about it. `$1` is the captured group of the pattern. */
type Trouble = readonly [words: RegExp, advice: string]

const ofThisMachine: readonly Trouble[] = [
  [
    /No space left on device|Disk quota exceeded|not enough space|out of disk ?space/i,
    '磁盘空间不足：请清理后再试',
  ],
  [
    /safe\.directory ([^\n]+)/,
    '这个文件夹属于另一个用户，git 不肯打开：确认可信后运行 git config --global --add safe.directory $1，再试',
  ],
  [
    /'([^'\n]+\.lock)'[^\n]*(?:File exists|文件已存在)/,
    'git 正被另一个程序使用，或者上次中断留下了锁：请等它结束；确认没有 git 在运行的，删除 $1 再试',
  ],
  [
    /could not lock config file ([^\n:]+): File exists/,
    'git 的设置文件正被另一个程序使用，或者上次中断留下了锁：请等它结束；确认没有 git 在运行的，删除 $1.lock 再试',
  ],
  [
    /File ?name too long/i,
    '路径太长：请运行 git config --global core.longpaths true，或者把案件库放到路径较短的文件夹（如 D:\\案件库），再试',
  ],
  [/invalid path '([^'\n]+)'/, '“$1”在本机不能作文件名：请在能改名的电脑上改名、提交，再试'],
  [
    /(?:unable to|could not|cannot) (?:unlink|create|write|open|append|lock)[^\n]*(?:Permission denied|Device or resource busy|Invalid argument)|insufficient permission for adding an object/i,
    '文件正被其他程序占用（请关闭 Word、WPS、资源管理器的预览），或者没有写入权限：请处理后再试',
  ],
  // git does not always say why.
  [
    /unable to write file|unable to create directory for|couldn't write '|write error/,
    '写不进磁盘，空间不足、没有写入权限或者磁盘有故障：请检查后再试',
  ],
  [
    /loose object|object file [^\n]* is empty|unable to read tree|index file (?:corrupt|smaller)/,
    'git 库的数据有损坏：请先备份整个案件库文件夹，再请熟悉 git 的同事用 git fsck 检查，不要删除任何文件',
  ],
  [
    /Please tell me who you are|empty ident name|unable to auto-detect email/,
    '还不知道提交人是谁：请运行 git config --global user.name "姓名" 和 git config --global user.email "邮箱"',
  ],
  [
    /has no upstream branch|no tracking information/,
    '本机的分支还没有对应的共享分支：请运行 ejc sync，它会设好',
  ],
  [/Not updating refs\//, '分支刚刚被另一个程序移动：请等它结束后重试'],
  [/not a git repository/, '这里不在 git 库中：请进入案件库，或者先运行 ejc init'],
]

/** The server does not let this officer push. */
const notAllowed: Trouble = [
  /returned error: 403|protected branch|not allowed to (?:push|upload)|insufficient permission|You are not allowed|Permission to \S+ denied|FATAL: [WC+]\S* any [^\n]* DENIED by/i,
  '没有推送到这个共享库的权限：请向管理员申请',
]

const ofTheServer: readonly Trouble[] = [
  [/remote unpack failed/, '共享库写不进去：请管理员检查那里的写入权限和磁盘空间'],
  [/Could not resolve (?:host|hostname|proxy):? ?([^\s;:]*)/, '找不到服务器 $1：请检查网络、VPN，核对地址'],
  [
    /SSL certificate|certificate verif|self.signed certificate|local issuer certificate|schannel:[^\n]*cert/i,
    '服务器的证书不受信任：请向管理员索取并安装单位的根证书（Windows 上再运行 git config --global http.sslBackend schannel）；不要关闭证书检查',
  ],
  [
    /Permission denied \((?:publickey|password|keyboard)/,
    '服务器不认识本机的 SSH 密钥：请把公钥（.ssh 文件夹中的 .pub 文件）交给管理员登记，再试',
  ],
  [
    /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/,
    '还没有确认过服务器的身份，或者它的密钥变了：请向管理员核实，再在终端里运行一次 git fetch 并确认',
  ],
  [
    /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|invalid credentials|Logon failed|returned error: 401|HTTP Basic: Access denied/i,
    '没有通过身份验证：请核对用户名和密码（或令牌），在终端里运行 ejc sync 再输一次；改过密码的，先在“凭据管理器”（macOS 为“钥匙串访问”）中删除旧的',
  ],
  notAllowed,
  [
    /repository '?[^\n]*'? ?(?:not found|does not exist)|does not appear to be a git repository|returned error: 404|looking for could not be found|No such remote|FATAL: R any [^\n]* DENIED by/i,
    '这个地址没有共享库，或者没有权限看到它：请核对地址；地址变了的，共享库运行 ejc sync --remote 新地址，下级案件库改 ejc.yaml 的 libraries',
  ],
  [
    /Connection (?:timed out|refused|reset|closed)|Failed to connect|timed out|Network is unreachable|No route to host|hung up|early EOF|RPC failed|Could not read from remote/i,
    '连不上服务器，或者中途断开：请检查网络、VPN 和代理，稍后再试',
  ],
]

/** What to do about git's message, in Chinese; undefined where it is none of the usual failures. */
export function adviceOn(said: string): string | undefined {
  // A hook of the server may print words that git uses too: its lines are left out.
  const troubles = said.includes('hook declined') ? [notAllowed] : [...ofThisMachine, ...ofTheServer]
  for (const [words, advice] of troubles) {
    const found = words.exec(said)
    if (found) return advice.replace('$1', () => (found[1] ?? '').trim())
  }
  return undefined
}

/** The error for a missing git program. */
export function gitNotFound(cause: unknown): RepositoryError {
  const how = '请安装 git（https://git-scm.com），并确认命令行中 git --version 可以运行'
  return new RepositoryError('git', `无法运行 git：${how}`, { cause })
}

/**
 * A failure of git. Usual failures come with advice, and git's own words are kept for `--verbose`; for others the
 * message holds git's own words. `what` says what could not be done.
 */
export function gitFailure(what: string, said: string, cause?: unknown): RepositoryError {
  const advice = adviceOn(said)
  const message = advice === undefined ? `${what}：\n${said}` : `${what}：${advice}。`
  return new RepositoryError('git', message, { said, cause })
}
