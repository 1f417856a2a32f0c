package io.dateline.tika.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.metadata.Metadata;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A news capture inside a container is its own document")
class ContainersTest {

  private static final String TEXT = String.join("\n\n", Pages.PARAGRAPHS);

  private final Tika tika = Tika.withPlugin();

  @Test
  void membersOfAZipAreCleanedEach() throws Exception {
    List<Metadata> documents = tika.rmeta("captures.zip", zip());

    assertEquals(4, documents.size());
    assertNull(documents.get(0).get(NewsMetadata.STATUS));
    assertEquals(TEXT, NewsContent.textOf(documents.get(1)));
    assertEquals("not-article", documents.get(2).get(NewsMetadata.STATUS));
    assertEquals(TEXT, NewsContent.textOf(documents.get(3)));
  }

  @Test
  void aPageAttachedToAMailIsCleaned() throws Exception {
    String mail =
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Read this\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=XX\r\n\r\n--XX\r\nContent-Type:"
            + " text/plain\r\n\r\nSee the page, it is about the ferry.\r\n--XX\r\nContent-Type:"
            + " text/html; charset=utf-8; name=ferry.html\r\nContent-Disposition: attachment;"
            + " filename=ferry.html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(Pages.article().getBytes(UTF_8))
            + "\r\n--XX--\r\n";

    List<Metadata> documents = tika.rmeta("mail.eml", mail);

    assertEquals(2, documents.size());
    assertNull(documents.get(0).get(NewsMetadata.STATUS));
    assertEquals("article", documents.get(1).get(NewsMetadata.STATUS));
    assertEquals(TEXT, NewsContent.textOf(documents.get(1)));
  }

  @Test
  void aPlainMailIsAsStock() throws Exception {
    String mail =
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: The ferry\r\nContent-Type:"
            + " text/plain; charset=utf-8\r\n\r\n"
            + Pages.savedText();

    Metadata ours = tika.rmeta("mail.eml", mail).get(0);

    NewsParserTest.assertSameApartFromOurs(Tika.stock().rmeta("mail.eml", mail).get(0), ours);
    assertNull(ours.get(NewsMetadata.STATUS));
  }

  @Test
  void aPageSavedAsMhtmlIsCleaned() throws Exception {
    List<Metadata> documents =
        tika.rmeta("page.mhtml", mhtml("From: <Saved by a browser>\r\nSubject: Ferry\r\n"));

    assertEquals(2, documents.size());
    assertNull(documents.get(0).get(NewsMetadata.STATUS));
    assertEquals(TEXT, NewsContent.textOf(documents.get(1)));
  }

  @Test
  void aMailWithPicturesIsNoSavedPage() throws Exception {
    String mail = mhtml("From: a@example.org\r\nTo: b@example.org\r\nSubject: Ferry\r\n");

    List<Metadata> ours = tika.rmeta("mail.mhtml", mail);

    assertEquals(1, ours.size());
    NewsParserTest.assertSameApartFromOurs(
        Tika.stock().rmeta("mail.mhtml", mail).get(0), ours.get(0));
  }

  private static String mhtml(String header) {
    return header
        + "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\";"
        + " boundary=\"YY\"\r\n\r\n--YY\r\nContent-Type: text/html; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: base64\r\nContent-Location: https://news.example/\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(Pages.article().getBytes(UTF_8))
        + "\r\n--YY--\r\n";
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.html", Pages.article());
      put(zip, "b.html", Pages.linkFarm(""));
      put(zip, "c.txt", Pages.savedText());
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
