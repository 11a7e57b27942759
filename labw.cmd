@echo off
rem The lab wrapper for Windows: finds a JDK 25 and Maven, builds what is stale, and runs the kit's commands.
rem With no JDK but a Docker engine, the commands run in the container "lab" instead.
rem Without delayed expansion, in which an argument would lose its exclamation marks.
setlocal DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\lab\target\eavesdrop.jar"
set "LOCK=%HOME_DIR%\lab\target\build.lock"
set "WANTED=25"
set "JDK="
chcp 65001 >nul

if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK for %%B in ("%%~dpJ..") do call :consider "%%~fB"
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\Programs\Eclipse Adoptium") do (
  if not defined JDK if exist "%%~P" for /d %%D in ("%%~P\*") do call :consider "%%~fD"
)
if not defined JDK goto container
set "JAVA_HOME=%JDK%"

if /i "%~1"=="test" if /i not "%~2"=="--help" if /i not "%~2"=="-h" goto test

call :stale
if not defined STALE goto run
call :maven || exit /b 3
if not exist "%HOME_DIR%\lab\target" mkdir "%HOME_DIR%\lab\target" || exit /b 3
echo Building the kit. The first time, this fetches libraries and takes minutes. 1>&2
set "WAITS="
:lock
rem Only one build at a time. It holds this file open for writing, and Windows lets nobody else do so; when its
rem processes have ended, however they end, the file is free again.
set "STATUS="
2>nul (
  9>"%LOCK%" call :build
)
if defined STATUS goto built
if not defined WAITS echo Another terminal builds the kit (it holds lab\target\build.lock): this one waits until it has. 1>&2
set "WAITS=1"
ping -n 2 127.0.0.1 >nul
goto lock
:built
if "%STATUS%"=="0" goto run
findstr /c:"ERROR" "%HOME_DIR%\lab\target\build.log" 1>&2
echo The kit could not be built. If Maven could not reach its repository, check the network; the whole log is lab\target\build.log 1>&2
exit /b 3

:run
"%JDK%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData "-Deavesdrop.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %errorlevel%

rem Runs with the lock. Sets STATUS: 0 where the kit is built, by this terminal or by the one it waited for.
:build
call :stale
if not defined STALE (
  set "STATUS=0"
  exit /b 0
)
pushd "%HOME_DIR%"
call mvn -B -ntp -pl lab -am package -Dmaven.test.skip=true -Dspotless.check.skip=true > "%HOME_DIR%\lab\target\build.log" 2>&1
set "STATUS=%errorlevel%"
popd
if "%STATUS%"=="0" powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"
exit /b 0

rem Sets STALE where the kit must be built.
:stale
set "STALE="
if not exist "%JAR%" (
  set "STALE=1"
  exit /b 0
)
powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:JAR).LastWriteTime; $f=Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:HOME_DIR 'lab\src\main'),(Join-Path $env:HOME_DIR 'lab\pom.xml'),(Join-Path $env:HOME_DIR 'pom.xml') | Where-Object LastWriteTime -gt $j | Select-Object -First 1; if ($f) { exit 1 }"
if errorlevel 1 set "STALE=1"
exit /b 0

rem Single arguments are cut at equals signs too, so what stands behind the first word is taken from the whole line.
:test
call :maven || exit /b 3
set "REST="
for /f "tokens=1,*" %%A in ("%*") do set "REST=%%B"
pushd "%HOME_DIR%"
call mvn -B -ntp verify %REST%
set "STATUS=%errorlevel%"
popd
exit /b %STATUS%

:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=." %%M in ("%%~V") do if %%~M GEQ %WANTED% set "JDK=%~1"
)
exit /b 0

:maven
where mvn >nul 2>nul && exit /b 0
echo Maven (the command mvn) is not on the PATH; the kit is built with it. To install it: choco install maven, or scoop install maven 1>&2
exit /b 3

:container
for %%C in (test up down demo play chat iface capture exercise sniff matrix) do if /i "%~1"=="%%C" (
  echo labw %%C needs a JDK %WANTED%, and this machine has none. To install it: winget install EclipseAdoptium.Temurin.%WANTED%.JDK 1>&2
  exit /b 3
)
docker info >nul 2>nul
if errorlevel 1 (
  echo There is no JDK %WANTED% on this machine, and no Docker engine to run the kit in. To install it: winget install EclipseAdoptium.Temurin.%WANTED%.JDK 1>&2
  exit /b 3
)
echo No JDK %WANTED% here: this runs in the container "lab". To run it on this machine: winget install EclipseAdoptium.Temurin.%WANTED%.JDK 1>&2
rem Builds nothing where nothing has changed; the first time it takes some minutes.
docker compose -f "%HOME_DIR%\labs\docker-compose.yml" build -q lab 1>&2 || exit /b 3
docker compose -f "%HOME_DIR%\labs\docker-compose.yml" run --rm lab %*
exit /b %errorlevel%
