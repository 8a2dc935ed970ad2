# 把本单位的网址写进 Excel 加载项清单和 WPS 加载项清单。可以重复运行，以最后一次为准。
#   powershell -ExecutionPolicy Bypass -File set-address.ps1 https://内网地址/budget
param([string]$Address = '')
# 字符串一律用单引号：PowerShell 把中文双引号也当作双引号，写在双引号里，字符串到那里就断了。
$ErrorActionPreference = 'Stop'
function Stop-With([string]$Words) { [Console]::Error.WriteLine($Words); exit 1 }
$Address = $Address.TrimEnd('/')
if ($Address -eq '') { Stop-With '请写上网址，如：set-address.ps1 https://intranet.example/budget' }
if (-not $Address.StartsWith('https://')) {
  Stop-With ('“{0}”不是 https 地址：Office 只从 https 加载。请给服务器配好证书，写成 https://…' -f $Address)
}
if ($Address -notmatch '^[A-Za-z0-9.:/_~%-]+$') {
  Stop-With ('“{0}”里只能有服务器和目录（字母、数字、. : / _ ~ % -），请去掉其余的字。' -f $Address)
}
$Here = Split-Path -Parent $MyInvocation.MyCommand.Path
$From = Join-Path $Here 'address'
$Utf8 = New-Object System.Text.UTF8Encoding $false
foreach ($File in Get-ChildItem -Path $From -Recurse -File) {
  $Name = $File.FullName.Substring($From.Length + 1)
  $Text = [IO.File]::ReadAllText($File.FullName, $Utf8).Replace('@ADDRESS@', $Address)
  [IO.File]::WriteAllText((Join-Path (Join-Path $Here 'web') $Name), $Text, $Utf8)
  Write-Host ('已写好 web/{0}' -f $Name.Replace('\', '/'))
}
