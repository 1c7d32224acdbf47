package norrhub.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Which answer of a REST poll is the detail of which record of its list.
 *
 * <p>It lies in the archive as the delivery's last part, and the answers beside it. So a delivery
 * with thousands of answers is one row that stays small, and two polls that brought the same are
 * the same.
 */
public final class DetailIndex {
  private static final String NAME = "details";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .setSerializationInclusion(JsonInclude.Include.NON_EMPTY);

  private final Map<String, Entry> entries = new TreeMap<>();

  /**
   * What a request is called: a hash of its path and query, for a query may hold a key.
   *
   * @return 32 hexadecimal digits
   */
  public static String request(URI address) {
    String text = address.getRawPath() + "?" + address.getRawQuery();
    return DigestUtils.sha256Hex(text).substring(0, 32);
  }

  /** That of a delivery; without entries where it has none. */
  public static DetailIndex of(Delivery delivery, Archive archive) throws IOException {
    DetailIndex index = new DetailIndex();
    for (ArchivedPart part : delivery.parts()) {
      if (isIndex(delivery, part)) {
        index.read(archive, part);
      }
    }
    return index;
  }

  /** Whether the part holds no records but says where details are. */
  public static boolean isIndex(Delivery delivery, ArchivedPart part) {
    return !delivery.transport().isSent() && part.name().equals(NAME);
  }

  /**
   * @param answer the last that came, if any ever did
   * @param refusal why the last request brought none, where that is so
   */
  public void put(String request, Optional<ArchivedPart> answer, Optional<String> refusal) {
    entries.put(request, new Entry(request, answer, refusal));
  }

  /** The last answer that came. */
  public Optional<ArchivedPart> answer(String request) {
    return Optional.ofNullable(entries.get(request)).flatMap(Entry::answer);
  }

  /** Why the answer, if there is one, is an old one; empty too where nothing was asked yet. */
  public Optional<String> refusal(String request) {
    return Optional.ofNullable(entries.get(request)).flatMap(Entry::refusal);
  }

  /** All answers that it names. */
  public List<ArchivedPart> answers() {
    return entries.values().stream().flatMap(entry -> entry.answer().stream()).toList();
  }

  /** Archives it, one line for each request, as a part of the delivery. */
  public ArchivedPart keep(Archive archive) throws IOException {
    StringBuilder lines = new StringBuilder();
    ObjectWriter line = JSON.writerFor(Entry.class);
    for (Entry entry : entries.values()) {
      lines.append(line.writeValueAsString(entry)).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return archive.keep(NAME, new ByteArrayInputStream(bytes), bytes.length);
  }

  private void read(Archive archive, ArchivedPart part) throws IOException {
    try (MappingIterator<Entry> lines =
        JSON.readerFor(Entry.class).readValues(archive.file(part).toFile())) {
      while (lines.hasNext()) {
        Entry entry = lines.next();
        entries.put(entry.request, entry);
      }
    }
  }

  private record Entry(String request, Optional<ArchivedPart> answer, Optional<String> refusal) {}
}
