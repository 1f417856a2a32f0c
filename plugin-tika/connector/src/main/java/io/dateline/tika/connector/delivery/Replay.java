package io.dateline.tika.connector.delivery;

import io.dateline.tika.connector.delivery.Pace.Deadline;
import io.dateline.tika.connector.document.NewsEntry;
import io.dateline.tika.connector.document.NewsEntry.PlaceRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends dead letters again. A file is made shorter only after what left it is stored, so a replay
 * that dies can be started again. What a newer version of its article has overtaken is not sent: it
 * would bring old words back. Used by one thread.
 */
public final class Replay {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Delivery delivery;
  private final BulkSender sender;
  private final Delivery.Options options;
  private final Pace pace;

  /** Counts of letters, each in one of them. */
  public static final class Result {
    private int stored;
    private int overtaken;
    private int failed;
    private int unreadable;
    private final List<String> busyFiles = new ArrayList<>();
    private @Nullable String stopReason;

    /** Letters that are in the cluster now. */
    public int stored() {
      return stored;
    }

    /** Letters whose article has a newer version by now. */
    public int overtaken() {
      return overtaken;
    }

    /** Letters that stay in their files. */
    public int failed() {
      return failed;
    }

    /** Lines that are no letters; they stay in their files. */
    public int unreadable() {
      return unreadable;
    }

    /** Files that another process still writes. */
    public List<String> busyFiles() {
      return List.copyOf(busyFiles);
    }

    /** Why the replay ended early; null when it did not. */
    public @Nullable String stopReason() {
      return stopReason;
    }
  }

  /** One line of a file. */
  private static final class Line {
    private final String text;
    private final @Nullable DeadLetter letter;
    private boolean done;

    Line(String text) {
      this.text = text;
      DeadLetter read;
      try {
        read = DeadLetter.parse(text);
      } catch (IllegalArgumentException e) {
        read = null; // counted as unreadable and kept
      }
      this.letter = read;
    }
  }

  Replay(Delivery delivery, BulkSender sender, Delivery.Options options, Pace pace) {
    this.delivery = delivery;
    this.sender = sender;
    this.options = options;
    this.pace = pace;
  }

  /**
   * Sends the letters of a file, or of all files of a folder, oldest first.
   *
   * @throws IOException if a file cannot be read or rewritten
   */
  public Result run(Path fileOrFolder) throws IOException {
    Result result = new Result();
    for (Path file : files(fileOrFolder)) {
      if (result.stopReason == null) {
        replay(file, result);
      }
    }
    return result;
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

  private void replay(Path file, Result result) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        result.busyFiles.add(file.toString());
        return;
      }
      List<Line> lines =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank())
              .map(Line::new)
              .toList();
      send(lines, result);
      shorten(file, lines);
      count(lines, result);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      return null; // this very process writes it
    }
  }

  private void send(List<Line> lines, Result result) throws IOException {
    List<List<Line>> groups = new ArrayList<>();
    Map<String, List<Line>> newest = new HashMap<>();
    for (Line line : lines) {
      if (line.letter == null) {
        continue;
      }
      List<Line> group = newest.get(line.letter.article());
      if (group == null || !line.letter.isRow()) { // the rows that follow belong to this version
        group = new ArrayList<>();
        groups.add(group);
        newest.put(line.letter.article(), group);
      }
      group.add(line);
    }
    for (List<Line> group : groups) {
      if (result.stopReason != null) {
        return;
      }
      try {
        sendGroup(group, result);
      } catch (ClusterException e) {
        if (!BulkSender.isTransient(e)) {
          result.stopReason = Stop.reason(e.status(), e.type(), e.getMessage());
        }
      }
    }
  }

  private void sendGroup(List<Line> group, Result result) throws ClusterException {
    Deadline deadline = pace.deadline(options.deadline());
    DeadLetter first = letter(group.get(0));
    Cluster.Stored stored =
        sender
            .read(options.articleIndex(), List.of(first.article()), deadline)
            .get(first.article());
    if (stored != null && isOvertaken(first, stored)) {
      group.forEach(line -> line.done = true);
      result.overtaken += group.size();
      return;
    }
    if (first.isRow()) {
      sendRows(group, stored, deadline, result);
    } else {
      sendArticle(group, result);
    }
  }

  private void sendArticle(List<Line> group, Result result) {
    DeadLetter article = letter(group.get(0));
    List<PlaceRow> rows =
        group.stream()
            .skip(1)
            .map(line -> new PlaceRow(letter(line).id(), letter(line).source()))
            .toList();
    NewsEntry entry = new NewsEntry(article.id(), article.source(), rows);
    Delivery.Attempt attempt = delivery.attempt(List.of(entry));
    Parcel parcel = attempt.parcels().get(0);
    if (parcel.isStored() || parcel.isPresent()) {
      group.get(0).done = true;
      result.stored++;
      for (int i = 0; i < rows.size(); i++) {
        boolean there =
            parcel.isPresent()
                || (i < parcel.rows().size() && parcel.rows().get(i).fate() == Settled.Fate.DONE);
        group.get(i + 1).done = there;
        result.stored += there ? 1 : 0;
      }
    }
    result.stopReason = attempt.stopReason();
  }

  private void sendRows(
      List<Line> group, Cluster.@Nullable Stored stored, Deadline deadline, Result result) {
    List<Line> listed =
        group.stream()
            .filter(line -> stored != null && stored.placeIds().contains(letter(line).id()))
            .toList();
    List<BulkAction> actions =
        listed.stream()
            .map(
                line ->
                    BulkAction.index(
                        options.placeIndex(),
                        letter(line).id(),
                        MAPPER.writeValueAsBytes(letter(line).source())))
            .toList();
    BulkSender.Sent sent = sender.send(actions, deadline);
    for (int i = 0; i < listed.size(); i++) {
      if (sent.settled().get(i).fate() == Settled.Fate.DONE) {
        listed.get(i).done = true;
        result.stored++;
      }
    }
    result.stopReason = sent.stopReason();
  }

  /** Whether the stored article was sent after the letter's document. */
  private static boolean isOvertaken(DeadLetter letter, Cluster.Stored stored) {
    String sent = letter.source().path("event").path("ingested").asString("");
    String storedAt = stored.ingested();
    return storedAt != null
        && !sent.isEmpty()
        && java.time.Instant.parse(storedAt).isAfter(java.time.Instant.parse(sent));
  }

  private static void shorten(Path file, List<Line> lines) throws IOException {
    List<String> left = lines.stream().filter(line -> !line.done).map(line -> line.text).toList();
    if (left.isEmpty()) {
      Files.delete(file);
      return;
    }
    if (left.size() == lines.size()) {
      return;
    }
    Path shorter = file.resolveSibling(file.getFileName() + ".shorter");
    ByteBuffer text =
        ByteBuffer.wrap((String.join("\n", left) + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel out =
        FileChannel.open(
            shorter,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(true);
    }
    Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void count(List<Line> lines, Result result) {
    for (Line line : lines) {
      if (line.letter == null) {
        result.unreadable++;
      } else if (!line.done) {
        result.failed++;
      }
    }
  }

  private static DeadLetter letter(Line line) {
    DeadLetter letter = line.letter;
    if (letter == null) {
      throw new AssertionError("unreadable lines are in no group");
    }
    return letter;
  }
}
