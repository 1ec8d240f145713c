/** The hidden command that the scripts ask what may be written. */
export const COMPLETE = '__complete'

/** Each asks `ejc __complete =<word being typed> <words before it>`; `:files` means the names of files. */
const bash = `# 启用：在 ~/.bashrc 中加一行  eval "$(ejc completion bash)"
_ejc() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = ':files' ]; then
      compopt -o default
      return
    fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(ejc ${COMPLETE} "=\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
}
complete -F _ejc ejc
`

const zsh = `#compdef ejc
# 启用：在 ~/.zshrc 中加一行（放在 compinit 之后）  eval "$(ejc completion zsh)"
_ejc() {
  local line
  local -a offered
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then
      _files
      return
    fi
    offered+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done < <(ejc ${COMPLETE} "=\${words[CURRENT]}" "\${(@)words[2,CURRENT-1]}" 2>/dev/null)
  _describe ejc offered
}
compdef _ejc ejc
`

const fish = `# 启用：ejc completion fish > ~/.config/fish/completions/ejc.fish
function __ejc_offers
  set -l before (commandline -opc)
  set -e before[1]
  set -l current (commandline -ct)
  for line in (ejc ${COMPLETE} "=$current" $before 2>/dev/null)
    if test "$line" = ':files'
      __fish_complete_path $current
      return
    end
    echo $line
  end
end
complete -c ejc -f -a '(__ejc_offers)'
`

/** Only ASCII: Windows PowerShell reads a profile in the encoding of the system. */
const powershell = `# Add to $PROFILE:  ejc completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ejc, ejc.cmd -ScriptBlock {
  param($typed, $ast, $cursor)
  $before = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() }
  })
  $encoding = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $word = $typed.Trim("'", '"')
    $lines = @(ejc ${COMPLETE} "=$word" @before 2>$null)
  } finally {
    [Console]::OutputEncoding = $encoding
  }
  foreach ($line in $lines) {
    if ($line -eq ':files') { return }
    $value, $help = $line -split "\`t", 2
    if (-not $help) { $help = $value }
    $text = if ($value -match '^[\\w./:=-]+$') { $value } else { "'" + $value.Replace("'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $help)
  }
}
`

/** What a shell runs to complete the calls of ejc, by the name of the shell. */
export const scripts: Readonly<Record<string, string>> = { bash, zsh, fish, powershell }
