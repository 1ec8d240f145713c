/**
 * `ejc.cmd`: in ASCII, since cmd reads it in the code page of the console. Started by cmd and PowerShell; a script of
 * PowerShell would be stopped where scripts are not allowed.
 */
export const windowsLauncher = [
  '@echo off',
  'setlocal',
  'if exist "%~dp0git\\cmd\\git.exe" set "PATH=%~dp0git\\cmd;%PATH%"',
  '"%~dp0node\\node.exe" "%~dp0program\\bin\\ejc.js" %*',
  'exit /b %ERRORLEVEL%',
  '',
].join('\r\n')

/** `ejc` for Linux and macOS, also where it is called by a symbolic link. */
export const shellLauncher = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
if [ -x "$here/git/bin/git" ]; then
  PATH=$here/git/bin:$PATH
  export PATH
fi
exec "$here/node/node" "$here/program/bin/ejc.js" "$@"
`
