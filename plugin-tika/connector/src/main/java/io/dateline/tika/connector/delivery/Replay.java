package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.Delivery.Attempt;
import io.dateline.tika.connector.delivery.Pace.Deadline;
import io.dateline.tika.connector.delivery.Settled.Fate;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends dead letters again. A file is made shorter only after what left it is stored, so a replay
 * that dies can be started again, and several may run at once. What a newer version of its article
 * has overtaken is not sent: it would bring old words back. Used by one thread.
 */
public final class Replay {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Delivery delivery;
  private final BulkSender sender;
  private final Delivery.Options options;
  private final Pace pace;

  /**
   * What became of the letters; each is counted once.
   *
   * @param stored are in the cluster now
   * @param overtaken have an article with a newer version by now
   * @param failed stay in their files
   * @param unreadable are lines but no letters; they stay in their files
   * @param busyFiles that somebody else has; their letters are not counted
   * @param stopReason why the replay ended early; null when it did not
   */
  public record Result(
      int stored,
      int overtaken,
      int failed,
      int unreadable,
      List<String> busyFiles,
      @Nullable String stopReason) {
    public Result {
      busyFiles = List.copyOf(busyFiles);
    }

    /** Whether no letter is left. */
    public boolean isComplete() {
      return failed + unreadable + busyFiles.size() == 0 && stopReason == null;
    }
  }

  private enum End {
    OPEN,
    STORED,
    OVERTAKEN
  }

  /** One line of a file. What it says is in memory only while its wave is under way. */
  private static final class Line {
    private final byte[] text;
    private boolean readable;
    private @Nullable DeadLetter letter;
    private End end = End.OPEN;

    Line(byte[] text) {
      this.text = text;
    }

    /** False for what is no letter, which is counted as unreadable and kept. */
    boolean open() {
      try {
        letter = DeadLetter.parse(text);
        readable = true;
      } catch (IllegalArgumentException e) {
        readable = false;
      }
      return readable;
    }

    void close() {
      letter = null;
    }

    DeadLetter letter() {
      if (letter == null) {
        throw new AssertionError("not open");
      }
      return letter;
    }
  }

  /** The letters of one version of one article: itself and rows, or rows alone. */
  private record Group(List<Line> lines) {
    DeadLetter first() {
      return lines.get(0).letter();
    }

    boolean hasVersionOf(DeadLetter letter) {
      return first().ingested().equals(letter.ingested());
    }

    void end(End how) {
      lines.forEach(line -> line.end = how);
    }
  }

  Replay(Delivery delivery, BulkSender sender, Delivery.Options options, Pace pace) {
    this.delivery = delivery;
    this.sender = sender;
    this.options = options;
    this.pace = pace;
  }

  /**
   * Sends the letters of a file, or of all files of a folder, oldest first. It ends early when the
   * cluster cannot be used.
   *
   * @throws IOException if a file cannot be read or rewritten
   */
  public Result run(Path fileOrFolder) throws IOException {
    Counts counts = new Counts();
    List<String> busy = new ArrayList<>();
    String stop = null;
    for (Path path : files(fileOrFolder)) {
      if (stop != null) {
        break;
      }
      try (LetterFile file = LetterFile.lock(path)) {
        if (file == null) {
          if (Files.exists(path)) {
            busy.add(path.toString());
          }
          continue;
        }
        List<Line> lines = file.lines().stream().map(Line::new).toList();
        stop = send(lines);
        List<byte[]> left =
            lines.stream().filter(line -> line.end == End.OPEN).map(line -> line.text).toList();
        if (left.isEmpty() || left.size() < lines.size()) {
          file.keepOnly(left);
        }
        lines.forEach(counts::add);
      }
    }
    return new Result(
        counts.stored, counts.overtaken, counts.failed, counts.unreadable, busy, stop);
  }

  /** Of all files; their lines are not kept. */
  private static final class Counts {
    private int stored;
    private int overtaken;
    private int failed;
    private int unreadable;

    void add(Line line) {
      switch (line.end) {
        case STORED -> stored++;
        case OVERTAKEN -> overtaken++;
        case OPEN -> {
          if (line.readable) {
            failed++;
          } else {
            unreadable++;
          }
        }
      }
    }
  }

  private static List<Path> files(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> files = Files.list(fileOrFolder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(DeadLetters.PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(DeadLetters.SUFFIX))
          .sorted()
          .toList();
    }
  }

  /**
   * Sends in waves without an article twice: its later version must find the earlier one stored.
   * Gives back why nothing more should be sent; null when all is well.
   */
  private @Nullable String send(List<Line> lines) {
    Map<String, Group> wave = new LinkedHashMap<>();
    String stop = null;
    for (Line line : lines) {
      if (!line.open() || stop != null) {
        line.close(); // only to be counted
        continue;
      }
      DeadLetter letter = line.letter();
      Group group = wave.get(letter.article());
      if (group != null && letter.isRow() && group.hasVersionOf(letter)) {
        group.lines().add(line);
        continue;
      }
      if (group != null || wave.size() >= options.wave()) {
        stop = sendAndClose(wave);
      }
      wave.put(letter.article(), new Group(new ArrayList<>(List.of(line))));
    }
    return stop == null ? sendAndClose(wave) : stop;
  }

  private @Nullable String sendAndClose(Map<String, Group> wave) {
    try {
      return sendWave(List.copyOf(wave.values()));
    } catch (ClusterException e) {
      return BulkSender.isTransient(e)
          ? "Elasticsearch cannot be reached: " + e.getMessage()
          : Stop.reason(e.status(), e.type(), e.getMessage());
    } finally {
      wave.values().forEach(group -> group.lines().forEach(Line::close));
      wave.clear();
    }
  }

  private @Nullable String sendWave(List<Group> wave) throws ClusterException {
    Deadline deadline = pace.deadline(options.deadline());
    Map<String, Cluster.Stored> stored =
        sender.read(
            options.articleIndex(),
            wave.stream().map(group -> group.first().article()).toList(),
            deadline);
    List<Group> articles = new ArrayList<>();
    List<Line> rows = new ArrayList<>();
    for (Group group : wave) {
      Cluster.Stored present = stored.get(group.first().article());
      if (present != null && isOvertaken(group.first(), present)) {
        group.end(End.OVERTAKEN);
      } else if (!group.first().isRow()) {
        articles.add(group);
      } else if (present != null) {
        group.lines().stream()
            .filter(line -> present.placeIds().contains(line.letter().id()))
            .forEach(rows::add);
      }
    }
    String stop = sendArticles(articles);
    return stop == null ? sendRows(rows, deadline) : stop;
  }

  private @Nullable String sendArticles(List<Group> groups) {
    Attempt attempt = delivery.attempt(groups.stream().map(Replay::entry).toList());
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      Parcel parcel = attempt.parcels().get(i);
      if (parcel.isPresent()) {
        group.end(End.STORED);
      } else if (parcel.isStored()) {
        group.lines().get(0).end = End.STORED;
        Set<String> done = parcel.doneRows();
        group.lines().stream()
            .filter(line -> done.contains(line.letter().id()))
            .forEach(line -> line.end = End.STORED);
      }
    }
    return attempt.stopReason();
  }

  private static NewsEntry entry(Group group) {
    Map<String, PlaceRow> rows = new LinkedHashMap<>(); // files put together may have one twice
    for (Line line : group.lines().subList(1, group.lines().size())) {
      rows.put(line.letter().id(), new PlaceRow(line.letter().id(), line.letter().source()));
    }
    return new NewsEntry(group.first().id(), group.first().source(), List.copyOf(rows.values()));
  }

  private @Nullable String sendRows(List<Line> rows, Deadline deadline) {
    BulkSender.Sent sent =
        sender.send(
            rows.stream()
                .map(
                    line ->
                        BulkAction.index(
                            options.placeIndex(),
                            line.letter().id(),
                            MAPPER.writeValueAsBytes(line.letter().source())))
                .toList(),
            deadline);
    for (int i = 0; i < rows.size(); i++) {
      if (sent.settled().get(i).fate() == Fate.DONE) {
        rows.get(i).end = End.STORED;
      }
    }
    return sent.stopReason();
  }

  /** Whether the stored article was sent after the letter's document; not where nobody can tell. */
  private static boolean isOvertaken(DeadLetter letter, Cluster.Stored stored) {
    String storedAt = stored.ingested();
    if (storedAt == null) {
      return false;
    }
    try {
      return Instant.parse(storedAt).isAfter(Instant.parse(letter.ingested()));
    } catch (DateTimeParseException e) {
      return false; // a pipeline of the user's writes times in its own way
    }
  }
}
