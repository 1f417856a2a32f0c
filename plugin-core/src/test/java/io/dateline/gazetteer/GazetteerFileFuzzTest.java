package io.dateline.gazetteer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;

/**
 * A file that is no gazetteer, or a damaged one, is refused with {@link GazetteerException} and
 * nothing else. The checksum that stands in the way of most damage is there to be believed, so only
 * the header is made up here.
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl plugin-core test -Djazzer.hooks=true -Dtest=GazetteerFileFuzzTest -Djazzer.max_duration=10m
 * }</pre>
 */
class GazetteerFileFuzzTest {

  private static byte[] head = new byte[0];

  @BeforeAll
  static void readHead() throws IOException {
    try (InputStream in = BuiltInFile.class.getResourceAsStream(BuiltInFile.RESOURCE)) {
      head = in.readNBytes(4096);
    }
  }

  @FuzzTest(maxDuration = "10m")
  void header(byte[] data) {
    byte[] file = head.clone();
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(8, file.length);
    System.arraycopy(data, 0, file, 20, Math.min(data.length, file.length - 20));
    CRC32C crc = new CRC32C();
    crc.update(buffer.duplicate().position(24));
    buffer.putInt(16, (int) crc.getValue());
    open(file);
    open(data);
  }

  @SuppressWarnings("CheckReturnValue") // only whether it ends well matters
  private static void open(byte[] file) {
    try {
      IndexFile.wrap(file, "made up");
    } catch (GazetteerException refused) {
      if (refused.getMessage() == null || !refused.getMessage().contains("made up")) {
        throw new AssertionError("does not name the file", refused);
      }
    }
  }
}
