package io.dateline.command;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code -o/--output}, which means the same in every command. Always UTF-8. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Where to write; - is standard output (default).")
  private String output = "-";

  boolean isStandardOutput() {
    return output.equals("-");
  }

  /** Opens the output. Closing it leaves standard output open for the process. */
  Writer open() throws IOException {
    OutputStream stream =
        isStandardOutput() ? new StandardOutput() : Files.newOutputStream(Path.of(output));
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Unlike System.out it says when writing fails; unlike a file it stays open. */
  private static final class StandardOutput extends FileOutputStream {
    StandardOutput() {
      super(FileDescriptor.out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
