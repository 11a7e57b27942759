@echo off
rem The lab wrapper for Windows: finds a JDK 25 and Maven, builds what is stale, and runs the kit's commands.
rem With no JDK but a Docker engine, the commands run in the container "lab" instead.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\lab\target\eavesdrop.jar"
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

if /i "%~1"=="test" (
  call :maven || exit /b 3
  pushd "%HOME_DIR%"
  call mvn -B -ntp verify
  set "STATUS=!errorlevel!"
  popd
  exit /b !STATUS!
)

set "STALE="
if not exist "%JAR%" set "STALE=1"
if not defined STALE (
  powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:JAR).LastWriteTime; $f=Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:HOME_DIR 'lab\src\main'),(Join-Path $env:HOME_DIR 'lab\pom.xml'),(Join-Path $env:HOME_DIR 'pom.xml') | Where-Object LastWriteTime -gt $j | Select-Object -First 1; if ($f) { exit 1 }"
  if errorlevel 1 set "STALE=1"
)
if defined STALE (
  call :maven || exit /b 3
  echo Building the kit. The first time this fetches libraries and takes a minute or two. 1>&2
  if not exist "%HOME_DIR%\lab\target" mkdir "%HOME_DIR%\lab\target"
  pushd "%HOME_DIR%"
  call mvn -B -ntp -pl lab -am package -Dmaven.test.skip=true -Dspotless.check.skip=true > "%HOME_DIR%\lab\target\build.log" 2>&1
  set "STATUS=!errorlevel!"
  popd
  if not "!STATUS!"=="0" (
    findstr /c:"ERROR" "%HOME_DIR%\lab\target\build.log" 1>&2
    echo The kit could not be built. If Maven could not reach its repository, check the network; the whole log is lab\target\build.log 1>&2
    exit /b 3
  )
  powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"
)
"%JDK%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData "-Deavesdrop.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %errorlevel%

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
