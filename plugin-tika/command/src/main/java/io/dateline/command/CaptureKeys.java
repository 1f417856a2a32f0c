package io.dateline.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What captures are called in the index. The same file must get the same key in every run, and two
 * files never the same: so it is the file's path, absolute or below a folder that the operator
 * names.
 */
final class CaptureKeys {

  private final @Nullable Path base;

  /**
   * @param base the folder that keys are relative to; null for absolute paths
   */
  CaptureKeys(@Nullable Path base) throws IOException {
    this.base = base == null ? null : base.toRealPath();
  }

  /**
   * The key of a file.
   *
   * @throws IllegalArgumentException if it lies outside of the base folder
   */
  String of(CaptureFile file) {
    Path path = realPath(file.path());
    Path folder = base;
    if (folder == null) {
      return slashed(path);
    }
    if (!path.startsWith(folder)) {
      throw new IllegalArgumentException(path + " is not inside --base " + folder);
    }
    return slashed(folder.relativize(path));
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // it may have gone since it was listed; fetching it will say so
      return Files.exists(path) ? path.toAbsolutePath() : path.toAbsolutePath().normalize();
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
