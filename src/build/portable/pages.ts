import { isWindows, type PortableSystem } from './systems.ts'

export interface PageFacts {
  readonly version: string
  readonly nodeVersion: string
  /** Of the program of node. */
  readonly nodeSha256: string
}

/** The page for who puts the folder onto computers. */
export function administratorPage(system: PortableSystem, facts: PageFacts): string {
  const steps = isWindows(system) ? windowsSteps : unixSteps
  return `ejc ${facts.version} 便携文件夹：给管理员

这个文件夹不需要安装，不写注册表，不联网，拷到哪里都能用（路径里有空格、中文也可以）。
里面有：ejc 本身（program 文件夹）、运行它的 Node.js ${facts.nodeVersion}（node 文件夹）、各自的许可证，
所含软件包的清单 ejc.cdx.json（CycloneDX，供安全检查）。
没有：git、LibreOffice、字体，需要的照下面放好。

Node.js 的程序文件取自 npm 的软件包 ${system.node}，SHA-256 为
${facts.nodeSha256}
可以与 https://nodejs.org/dist/v${facts.nodeVersion}/SHASUMS256.txt 核对。

${steps}
三、LibreOffice（出 PDF 才需要）
${isWindows(system) ? windowsPdf : unixPdf}

四、字体
文书用仿宋_GB2312、方正小标宋简体、楷体_GB2312、黑体，没有的以系统自带的仿宋、宋体等代替，
政务办公软件一般带有。缺哪一种，ejc doctor 写明。

五、第一次
运行 ejc doctor --fix：先问姓名和邮箱（办理记录里的记录人，每个人在自己的电脑上写一次），
再逐项列出本机还缺什么、怎样处理。
新建案件库：ejc init 文件夹；加入本单位的共享库：ejc join 地址 文件夹。

六、更新
解压新版，删去这里的 program、node 两个文件夹，把新版里的全部内容拷进来（git 文件夹不动）。
案件库不在这个文件夹里，不受影响；ejc doctor 提示案件库需要更新的，由一个人运行
ejc migrate，其余的人换了 ejc 以后 ejc sync。
这个文件夹换了位置的，在每台电脑的案件库里运行一次 ejc doctor --fix。
`
}

const windowsSteps = `一、放到哪里
把这个文件夹改名放到 C:\\ejc 或 D:\\ejc，各人只读。把它加入 PATH：
“设置 - 系统 - 系统信息 - 高级系统设置 - 环境变量”，在 Path 中新建一项，写这个文件夹。
之后在任何位置的命令提示符、PowerShell 里都可以写 ejc。

二、git（记录、同步案件需要）
从 https://git-scm.com/downloads/win 下载 MinGit（64 位，文件名 MinGit-…-64-bit.zip），
解压成这个文件夹里的 git 文件夹：其中应有 git\\cmd\\git.exe。ejc.cmd 优先用它。
电脑上已经装有 Git for Windows 的，不必再放。
提交前检查等钩子由 git 自带的 sh 运行；只放 MinGit 而钩子不能运行的，改装 Git for Windows。
`

const windowsPdf = `照常安装到默认位置。没有安装的，出 Word 不受影响；PDF 用本机的 Word、WPS 转换，
这条途径没有在真机上试过，请与文书核对，不行的在 Word、WPS 里另存。`

const unixPdf = '照常安装到默认位置；没有安装的，出 Word 不受影响，PDF 在 WPS 里另存。'

const unixSteps = `一、放到哪里
把这个文件夹改名放到 /opt/ejc。再做一个链接，任何位置都可以写 ejc：ln -s /opt/ejc/ejc /usr/local/bin/ejc
麒麟、统信用 linux-x64 或者 linux-arm64（飞腾、鲲鹏）的一份；龙芯没有。

二、git（记录、同步案件需要）
用系统的软件源安装 git 2.30 以上；或者放在这个文件夹里，使其中有 git/bin/git，ejc 优先用它。
`

/** The page for who works with it. */
export function officerPage(system: PortableSystem, { version }: PageFacts): string {
  const start = isWindows(system)
    ? `打开 PowerShell 或者“命令提示符”（按 Win 键，输入 powershell，回车），写

  ejc --version

显示 ${version} 即可以用。提示找不到 ejc 的，写全路径，例如 & 'D:\\ejc\\ejc.cmd' --version，
或者请管理员把这个文件夹加入 PATH（见 管理员.txt）。用“终端”（Windows Terminal）显示最好；
不要用 Git Bash 的窗口（mintty）：在那里不能提问。`
    : `打开终端，写

  ejc --version

显示 ${version} 即可以用。提示找不到 ejc 的，写全路径，例如 /opt/ejc/ejc --version。`
  return `ejc ${version}：给办案人员

一、打开
${start}

第一次用的，先运行 ejc doctor --fix，写明自己的姓名和邮箱（办理记录里的记录人）。

二、进入案件库
案件库是一个文件夹，由管理员告诉您位置。例如在 ${isWindows(system) ? 'D:\\案件库' : '/home/案件库'}：

  cd ${isWindows(system) ? 'D:\\案件库' : '/home/案件库'}

三、每天
  ejc list                 全部案件和最近的期限
  ejc due --within 15      十五天内的期限
  ejc new                  登记线索，逐项提问
  ejc advance              办下一步：先选案件，再选事项
  ejc render               出文书（Word）
  ejc sync                 收取同事的记录，交上自己的
  ejc undo                 撤销最近一步

每条命令加 --help 有说明；条文、期限、术语用 ejc explain 解释。
中途按 Ctrl-C 不会丢，下次接着填。看不懂的提示，连同 ejc doctor 的结果告诉管理员。
`
}
