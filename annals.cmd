@echo off
rem Starts Annals from any folder. Finds a JDK, builds the program by Maven when it is missing or
rem older than its sources, and keeps a cache of loaded classes beside it for a quick start.
rem
rem   JAVA_HOME          a JDK to consider besides those in the usual folders; the newest is taken
rem   ANNALS_JAVA_OPTS   options for the Java machine, after those given here
setlocal EnableExtensions DisableDelayedExpansion

set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "target=%root%\target"
set "jar=%target%\annals.jar"
set "lock=%target%\annals-build.lock"

set "jdk="
set "jdkmajor=20"
if defined JAVA_HOME call :consider "%JAVA_HOME:"=%"
for /f "delims=" %%j in ('where java 2^>nul') do call :consider "%%~dpj.."
call :considerin "%ProgramFiles%\Java"
call :considerin "%ProgramFiles%\Eclipse Adoptium"
call :considerin "%ProgramFiles%\Microsoft"
call :considerin "%ProgramFiles%\Zulu"
call :considerin "%ProgramFiles%\Amazon Corretto"
call :considerin "%ProgramFiles%\BellSoft"
call :considerin "%ProgramFiles%\Semeru"
call :considerin "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
call :considerin "%USERPROFILE%\.jdks"
call :considerin "%USERPROFILE%\scoop\apps"
if not defined jdk (
  echo annals: needs a JDK from 21 on; none is at JAVA_HOME, on PATH or in the usual folders>&2
  exit /b 2
)

set "options=-Xlog:disable -XX:FreqInlineSize=80 -XX:InlineSmallCode=1000 -XX:LoopUnrollLimit=10 %ANNALS_JAVA_OPTS%"
set "collector=-XX:+UseSerialGC -Xmn256m -XX:SurvivorRatio=4"
if defined ANNALS_JAVA_OPTS (
  echo "%ANNALS_JAVA_OPTS%" | findstr /r /c:"-XX:+Use.*GC" >nul && set "collector="
)

if %jdkmajor% geq 25 (
  set "cache=%target%\annals-%jdkversion%.aot"
  set "record=-XX:AOTCacheOutput"
  set "replay=-XX:AOTCache"
) else (
  set "cache=%target%\annals-%jdkversion%.jsa"
  set "record=-XX:ArchiveClassesAtExit"
  set "replay=-XX:SharedArchiveFile"
)

call :state
if "%state%"=="old" (
  call :build
  if errorlevel 1 exit /b 2
)
if "%state%"=="uncached" mkdir "%lock%" 2>nul && call :remember

set cached=
if exist "%cache%" for %%c in ("%cache%") do if %%~zc gtr 0 set cached="%replay%=%cache%"

for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul 2>nul
"%jdk%\bin\java.exe" %collector% %options% %cached% -jar "%jar%" %*
set "code=%errorlevel%"
if defined codepage chcp %codepage% >nul 2>nul
exit /b %code%


rem Keeps a folder as %jdk% if it holds the newest JDK so far.
:consider
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "found="
set "major="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b /c:"JAVA_VERSION=" "%~f1\release"`) do set "found=%%~v"
if not defined found exit /b 0
for /f "delims=.-+ " %%m in ("%found%") do set "major=%%m"
if not defined major exit /b 0
if %major% gtr %jdkmajor% (
  set "jdk=%~f1"
  set "jdkmajor=%major%"
  set "jdkversion=%found%"
)
exit /b 0


rem Considers the folders in a folder.
:considerin
if not exist "%~1" exit /b 0
for /d %%j in ("%~1\*") do call :consider "%%~j"
for /d %%j in ("%~1\*") do call :consider "%%~j\current"
exit /b 0


rem Sets %state%: old when the program is missing or a source is newer, uncached when only the cache
rem is missing or older than the program, ready otherwise.
:state
set "state=old"
if not exist "%jar%" exit /b 0
set "state=ready"
powershell -NoProfile -NonInteractive -Command "$jar = Get-Item -LiteralPath $env:jar; $sources = @('pom.xml', 'src\main', 'themes\default') | ForEach-Object { Join-Path $env:root $_ } | Where-Object { Test-Path -LiteralPath $_ }; $newer = $sources | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $jar.LastWriteTimeUtc } | Select-Object -First 1; if ($newer) { exit 11 }; $cache = Get-Item -LiteralPath $env:cache -ErrorAction SilentlyContinue; if (-not $cache -or $cache.LastWriteTimeUtc -lt $jar.LastWriteTimeUtc) { exit 12 }; exit 0" >nul 2>nul
if %errorlevel%==11 set "state=old"
if %errorlevel%==12 set "state=uncached"
exit /b 0


rem Builds the program; the other processes that want to wait until it is done.
:build
if not exist "%target%" mkdir "%target%" 2>nul
if not exist "%target%" (
  echo annals: cannot write "%target%", to build the program there>&2
  exit /b 2
)
set /a waited=0
:wait
mkdir "%lock%" 2>nul && goto locked
set /a waited+=1
if %waited% gtr 600 (
  echo annals: another process has been building the program for ten minutes; if there is none, remove "%lock%">&2
  exit /b 2
)
ping -n 2 127.0.0.1 >nul
goto wait
:locked
call :state
if not "%state%"=="old" (
  rmdir /s /q "%lock%" 2>nul
  exit /b 0
)
where mvn >nul 2>nul
if errorlevel 1 (
  rmdir /s /q "%lock%" 2>nul
  echo annals: needs Maven ^(mvn^) to build the program; none is on PATH>&2
  exit /b 2
)
echo annals: building the program (once) ...>&2
set "log=%target%\annals-build.log"
set "JAVA_HOME=%jdk%"
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true package >"%log%" 2>&1 <nul
set "code=%errorlevel%"
popd
if not %code%==0 (
  rmdir /s /q "%lock%" 2>nul
  findstr /b /c:"[ERROR]" "%log%" >&2
  echo annals: the program could not be built; all that Maven said is in "%log%">&2
  exit /b 2
)
call :remember
exit /b 0


rem Keeps the classes that a small build needs in a form that loads at once, and gives the lock back.
rem Only for speed: where this fails an empty file says so, and the program runs without.
:remember
set "example=%lock%\example"
"%jdk%\bin\java.exe" %collector% %options% -jar "%jar%" new "%example%" >nul 2>nul <nul
if exist "%example%\annals.yaml" (
  "%jdk%\bin\java.exe" %collector% %options% "%record%=%lock%\cache" -jar "%jar%" build --quiet --source "%example%" --output "%lock%\site" >nul 2>nul <nul
) else (
  "%jdk%\bin\java.exe" %collector% %options% "%record%=%lock%\cache" -jar "%jar%" --version >nul 2>nul <nul
)
if not exist "%lock%\cache" type nul >"%lock%\cache"
move /y "%lock%\cache" "%cache%" >nul 2>nul
rmdir /s /q "%lock%" 2>nul
exit /b 0
