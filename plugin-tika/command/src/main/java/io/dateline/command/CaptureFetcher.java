package io.dateline.command;

import io.dateline.Mode;
import io.dateline.tika.parser.NewsParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.FileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.fetcher.AbstractFetcher;
import org.jspecify.annotations.Nullable;

/**
 * Opens captures for Tika's forks as {@code dateline extract} opens them: unpacked, named without
 * {@code .gz}, with the options of the command line. Public for Tika alone. Safe to share between
 * threads once configured.
 */
public final class CaptureFetcher extends AbstractFetcher {

  private @Nullable Mode mode;
  private @Nullable Boolean associative;
  private @Nullable String gazetteer;

  /** For Tika, which then calls the setters. */
  public CaptureFetcher() {}

  /** Which captures to clean: auto, always or never. */
  public void setMode(String value) {
    mode = Mode.valueOf(value.toUpperCase(Locale.ROOT));
  }

  /** Whether demonyms count as places. */
  public void setAssociative(boolean value) {
    associative = value;
  }

  /** Path of a compiled gazetteer. */
  public void setGazetteer(String path) {
    gazetteer = path;
  }

  @Override
  public InputStream fetch(String fetchKey, Metadata metadata, ParseContext context)
      throws IOException {
    CaptureFile file = new CaptureFile(Path.of(fetchKey));
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.resourceName());
    metadata.set(
        FileSystem.MODIFIED, Files.getLastModifiedTime(file.path()).toInstant().toString());
    NewsParserSettings settings = NewsParserSettings.fromEnvironment(System.getenv());
    if (associative != null) {
      settings = settings.withAssociative(associative);
    }
    if (mode != null) {
      settings = settings.withMode(mode);
    }
    if (gazetteer != null) {
      settings = settings.withGazetteer(gazetteer);
    }
    context.set(NewsParserSettings.class, settings);
    return TikaInputStream.get(file.read(), metadata);
  }
}
