@echo off
rem Runs the dateline command. JAVA_HOME picks the Java (17 or later); DATELINE_OPTS holds options for the JVM.
setlocal
for %%i in ("%~dp0..") do set "DATELINE_HOME=%%~fi"
if defined JAVA_HOME (set "JAVA_EXE=%JAVA_HOME%\bin\java.exe") else (set "JAVA_EXE=java.exe")
"%JAVA_EXE%" %DATELINE_OPTS% "-Ddateline.home=%DATELINE_HOME%" -cp "%DATELINE_HOME%\lib\*" io.dateline.command.DatelineCommand %*
exit /b %ERRORLEVEL%
