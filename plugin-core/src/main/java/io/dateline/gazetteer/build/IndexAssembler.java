package io.dateline.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.gazetteer.IndexFile;
import io.dateline.gazetteer.IndexFile.Section;
import io.dateline.gazetteer.LooseSpelling;
import io.dateline.gazetteer.NameFolding;
import io.dateline.gazetteer.NameIndex;
import io.dateline.gazetteer.NameType;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Puts an index together: places in the order of their ids, names in any order. Everything goes
 * through scratch files beside the target, which itself changes in one atomic step at the end.
 */
final class IndexAssembler implements Closeable {

  /** No printed name is longer; what is longer is a sentence in the wrong column. */
  private static final int MAX_NAME = 120;

  private static final int MAX_FAME = 255;

  private final Path target;
  private final Path scratch;
  private final OutputStream places;
  private final OutputStream strings;
  private final NameSorter names;
  private final NameSorter loose;
  private final Map<String, Integer> features = new LinkedHashMap<>();
  private final Map<String, Integer> divisions;
  private final IntMap populations = new IntMap();
  private long stringBytes;
  private final Map<Integer, Integer> priorities = new HashMap<>();
  private int size;
  private int orderedFrom = Integer.MAX_VALUE;

  /**
   * An assembler for one file.
   *
   * @param divisions place ids by key: country code, or GeoNames codes of a division joined by dots
   */
  IndexAssembler(Path target, Map<String, Integer> divisions, int runLength) throws IOException {
    this.target = target.toAbsolutePath();
    this.divisions = divisions;
    Path folder = this.target.getParent();
    Files.createDirectories(folder);
    scratch = Files.createTempDirectory(folder, ".gazetteer");
    places = open("places");
    strings = open("strings");
    names = new NameSorter(scratch, "names", runLength);
    loose = new NameSorter(scratch, "loose", runLength);
  }

  private OutputStream open(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(scratch.resolve(name)), 1 << 16);
  }

  /** Adds the next place and gives its id. The key is a country's or division's, else empty. */
  int addPlace(PlaceRow row, String key) throws IOException {
    ByteBuffer place = ByteBuffer.allocate(IndexFile.PLACE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    place.putInt(IndexFile.LATITUDE, (int) Math.round(row.latitude() * 1e5));
    place.putInt(IndexFile.LONGITUDE, (int) Math.round(row.longitude() * 1e5));
    place.putInt(IndexFile.POPULATION, row.population());
    place.putInt(IndexFile.GEONAMES_ID, row.geonamesId());
    place.putInt(IndexFile.NAME, addString(row.name()));
    place.putShort(IndexFile.COUNTRY, countryBits(row.country()));
    int feature = features.computeIfAbsent(row.feature(), unseen -> features.size());
    place.putShort(IndexFile.FEATURE, (short) feature);
    place.putInt(IndexFile.ADMIN1, divisions.getOrDefault(row.admin1Key(), -1));
    place.putInt(IndexFile.ADMIN2, divisions.getOrDefault(row.admin2Key(), -1));
    place.putInt(IndexFile.KEY, key.isEmpty() ? -1 : addString(key));
    place.putShort(IndexFile.FAME, (short) Math.min(row.fame(), MAX_FAME));
    places.write(place.array());
    populations.put(size, row.population());
    return size++;
  }

  private static short countryBits(String country) {
    return country.length() == 2 ? (short) (country.charAt(0) << 8 | country.charAt(1)) : 0;
  }

  private int addString(String string) throws IOException {
    byte[] bytes = string.getBytes(UTF_8);
    if (bytes.length > 0xFFFF || stringBytes + bytes.length > Integer.MAX_VALUE - 4) {
      throw new IOException("too much text for one gazetteer");
    }
    int offset = (int) stringBytes;
    strings.write(bytes.length & 0xFF);
    strings.write(bytes.length >>> 8);
    strings.write(bytes);
    stringBytes += bytes.length + 2;
    return offset;
  }

  /** Adds a name of a place in all languages; a name that folds to nothing is left out. */
  void addName(String name, int place, NameType type) throws IOException {
    addName(name, place, type, "");
  }

  /** Adds a name of a place in a language (BCP 47; anything but letters means all). */
  void addName(String name, int place, NameType type, String language) throws IOException {
    String folded = NameFolding.fold(name);
    if (!folded.isEmpty() && folded.length() <= MAX_NAME) {
      int hyphen = language.indexOf('-');
      int packed =
          (int) NameIndex.packLanguage(hyphen < 0 ? language : language.substring(0, hyphen));
      names.add(new NameSorter.Named(folded, place, type.code(), packed));
    }
  }

  /** Adds a name to those that are found by their consonant frame. */
  void addLooseName(String name, int place) throws IOException {
    for (String frame : LooseSpelling.frames(NameFolding.fold(name))) {
      addFrame(frame, place);
    }
  }

  /** Adds a consonant frame of a place. */
  void addFrame(String frame, int place) throws IOException {
    loose.add(new NameSorter.Named(frame, place, NameType.LOOSE.code(), 0));
  }

  /** The places before come first among those of a name, in order; from here the bigger ones do. */
  void orderByPopulationFromHere() {
    orderedFrom = Math.min(orderedFrom, size);
  }

  /** Makes a place's names mean it and nothing of lower priority. */
  void prefer(int place, int priority) {
    priorities.merge(place, priority, Math::max);
  }

  /** How many places have been added. */
  int size() {
    return size;
  }

  /** Writes the index and moves it into place. */
  void finish(Map<String, String> properties) throws IOException {
    places.close();
    strings.close();
    Map<String, String> all = new LinkedHashMap<>(properties);
    all.put("features", String.join(",", features.keySet()));
    StringBuilder text = new StringBuilder();
    all.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Files.writeString(scratch.resolve("properties"), text);
    writeNames(names, Section.NAME_TRIE, Section.NAME_POSTINGS);
    writeNames(loose, Section.LOOSE_TRIE, Section.LOOSE_POSTINGS);
    Path whole = scratch.resolve("whole");
    join(whole);
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lower comes first among the places of a name. */
  private long rank(int place) {
    if (place < orderedFrom) {
      return Long.MIN_VALUE + place;
    }
    return -(long) populations.get(place) << 32 | place;
  }

  private void writeNames(NameSorter sorter, Section trieSection, Section postingSection)
      throws IOException {
    try (TrieWriter trie = new TrieWriter(scratch.resolve("units"));
        OutputStream units = open(file(trieSection));
        OutputStream postings = open(file(postingSection))) {
      PostingWriter writer = new PostingWriter(trie, postings, this::rank, priorities);
      sorter.drain(writer::accept);
      writer.flush();
      trie.finish(units);
    }
  }

  private static String file(Section section) {
    return switch (section) {
      case PROPERTIES -> "properties";
      case PLACES -> "places";
      case STRINGS -> "strings";
      case NAME_TRIE -> "name-trie";
      case NAME_POSTINGS -> "name-postings";
      case LOOSE_TRIE -> "loose-trie";
      case LOOSE_POSTINGS -> "loose-postings";
    };
  }

  private void join(Path whole) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(IndexFile.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, IndexFile.MAGIC).putInt(4, IndexFile.FORMAT);
    header.putInt(20, Section.values().length);
    long offset = IndexFile.HEADER_BYTES;
    for (Section section : Section.values()) {
      long length = Files.size(scratch.resolve(file(section)));
      header.putLong(section.headerField(), offset);
      header.putLong(section.headerField() + 8, length);
      offset += length + 7 & ~7L;
    }
    header.putLong(8, offset);
    CRC32C crc = new CRC32C();
    crc.update(header.array(), 24, IndexFile.HEADER_BYTES - 24);
    try (FileChannel out =
        FileChannel.open(whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.allocate(IndexFile.HEADER_BYTES));
      for (Section section : Section.values()) {
        append(out, scratch.resolve(file(section)), crc);
      }
      header.putInt(16, (int) crc.getValue());
      out.write(header.position(0), 0);
      out.force(true);
    }
  }

  private static void append(FileChannel out, Path file, CRC32C crc) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    try (FileChannel in = FileChannel.open(file)) {
      while (in.read(block.clear()) >= 0) {
        block.flip();
        crc.update(block.duplicate());
        while (block.hasRemaining()) {
          out.write(block);
        }
      }
    }
    int padding = (int) (-out.position() & 7);
    out.write(ByteBuffer.allocate(padding));
  }

  @Override
  public void close() throws IOException {
    places.close();
    strings.close();
    List<Path> leftovers = new ArrayList<>();
    try (Stream<Path> files = Files.list(scratch)) {
      files.forEach(leftovers::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path leftover : leftovers) {
      Files.delete(leftover);
    }
    Files.delete(scratch);
  }
}
