package io.dateline.gazetteer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The binary form of a gazetteer: a header, then sections, each found by offset and length.
 *
 * <p>Little-endian. Header: magic {@code DLGZ}, format version, length of the file, CRC-32C of all
 * bytes behind the header, number of sections, then offset and length (8 bytes each) of every
 * section. Sections are mapped one by one, so only a section, not the file, is bound to 2 GiB.
 *
 * <p>Public for the compiler in {@code io.dateline.gazetteer.build} only; the format may change
 * with every version of Dateline.
 */
public final class IndexFile {

  public static final int MAGIC = 'D' | 'L' << 8 | 'G' << 16 | 'Z' << 24;

  /** Goes up whenever the bytes, the folding or the name types change their meaning. */
  public static final int FORMAT = 2;

  public static final int HEADER_BYTES = 256;

  /** The sections in the order of the file. */
  public enum Section {
    /** Text: one {@code key=value} a line. */
    PROPERTIES(0),
    /** {@link #PLACE_BYTES} a place. */
    PLACES(1),
    /** Length-prefixed UTF-8 strings. */
    STRINGS(2),
    NAME_TRIE(3),
    NAME_POSTINGS(4),
    LOOSE_TRIE(5),
    LOOSE_POSTINGS(6);

    private final int slot;

    Section(int slot) {
      this.slot = slot;
    }

    /** Where the header tells the offset; the length follows. */
    public int headerField() {
      return 24 + 16 * slot;
    }
  }

  // fields of a place
  public static final int LATITUDE = 0; // int, 1e-5 degrees
  public static final int LONGITUDE = 4;
  public static final int POPULATION = 8;
  public static final int GEONAMES_ID = 12; // 0 for none
  public static final int NAME = 16; // offset in STRINGS
  public static final int COUNTRY = 20; // two letters in a short, 0 for none
  public static final int FEATURE = 22; // index into the property "features"
  public static final int ADMIN1 = 24; // place id or -1
  public static final int ADMIN2 = 28;
  public static final int KEY = 32; // a division's code "US.CA", offset in STRINGS or -1
  public static final int FAME = 36; // short: other names listed, at most 255
  public static final int PLACE_BYTES = 40;

  private final ByteBuffer[] sections;

  private IndexFile(ByteBuffer[] sections) {
    this.sections = sections;
  }

  ByteBuffer section(Section section) {
    return sections[section.slot];
  }

  /** Maps a file and checks all of it. */
  static IndexFile map(Path file) throws GazetteerException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // until the header is there or the file ends
      }
      header.flip();
      checkHeader(header, length, file.toString());
      ByteBuffer[] sections = new ByteBuffer[Section.values().length];
      for (int i = 0; i < sections.length; i++) {
        long offset = header.getLong(24 + 16 * i);
        long size = header.getLong(32 + 16 * i);
        checkBounds(offset, size, length, file.toString());
        sections[i] =
            channel.map(FileChannel.MapMode.READ_ONLY, offset, size).order(ByteOrder.LITTLE_ENDIAN);
      }
      return checked(header, sections, file.toString());
    } catch (NoSuchFileException e) {
      throw new GazetteerException("The gazetteer " + file + " does not exist.", e);
    } catch (IOException e) {
      throw new GazetteerException(
          "The gazetteer " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Uses bytes in memory, for hosts where nothing can be written. */
  static IndexFile wrap(byte[] bytes, String name) throws GazetteerException {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer header = ByteBuffer.wrap(bytes, 0, Math.min(HEADER_BYTES, bytes.length));
    header.order(ByteOrder.LITTLE_ENDIAN);
    checkHeader(header, bytes.length, name);
    ByteBuffer[] sections = new ByteBuffer[Section.values().length];
    for (int i = 0; i < sections.length; i++) {
      long offset = header.getLong(24 + 16 * i);
      long size = header.getLong(32 + 16 * i);
      checkBounds(offset, size, bytes.length, name);
      sections[i] = all.slice((int) offset, (int) size).order(ByteOrder.LITTLE_ENDIAN);
    }
    return checked(header, sections, name);
  }

  private static void checkHeader(ByteBuffer header, long length, String name)
      throws GazetteerException {
    if (header.limit() < 8 || header.getInt(0) != MAGIC) {
      throw new GazetteerException("The file " + name + " is not a Dateline gazetteer.");
    }
    if (header.getInt(4) != FORMAT) {
      throw new GazetteerException(
          "The gazetteer "
              + name
              + " has format "
              + header.getInt(4)
              + ", this version of Dateline reads format "
              + FORMAT
              + "; build it again with \"dateline gazetteer build\".");
    }
    if (header.limit() < HEADER_BYTES
        || header.getLong(8) != length
        || header.getInt(20) != Section.values().length) {
      throw new GazetteerException("The gazetteer " + name + " is damaged: it is incomplete.");
    }
  }

  private static void checkBounds(long offset, long size, long length, String name)
      throws GazetteerException {
    if (offset < HEADER_BYTES || size < 0 || size > Integer.MAX_VALUE || offset > length - size) {
      throw new GazetteerException("The gazetteer " + name + " is damaged: bad section table.");
    }
  }

  /** 10 ms for the built-in gazetteer, about a second for all of GeoNames. */
  private static IndexFile checked(ByteBuffer header, ByteBuffer[] sections, String name)
      throws GazetteerException {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().position(24).limit(HEADER_BYTES));
    for (ByteBuffer section : sections) {
      crc.update(section.duplicate());
    }
    if ((int) crc.getValue() != header.getInt(16)) {
      throw new GazetteerException("The gazetteer " + name + " is damaged: its checksum differs.");
    }
    return new IndexFile(sections);
  }

  String string(int offset) {
    ByteBuffer strings = section(Section.STRINGS);
    int length = strings.getShort(offset) & 0xFFFF;
    byte[] bytes = new byte[length];
    strings.get(offset + 2, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
