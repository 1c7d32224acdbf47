package norrhub.admin.preview;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.partner.Partners;
import norrhub.partner.RestSource;
import norrhub.record.PartFile;

/** What a preview reads: a file, an address, or the first page of a feed's own address. */
public final class PreviewSource implements AutoCloseable {
  private static final long MOST_BYTES = 1L << 30;

  private final PartFile part;
  private final Optional<Path> temporary;

  private PreviewSource(PartFile part, Optional<Path> temporary) {
    this.part = part;
    this.temporary = temporary;
  }

  /**
   * @param written as on the command line; empty where it is left out
   * @throws IOException with a sentence for people
   */
  public static PreviewSource of(String written, String feed, Partners partners, Clock clock)
      throws IOException {
    Optional<RestSource> own = partners.feed(feed).flatMap(f -> f.rest());
    if (written.isEmpty()) {
      return own(feed, own, clock);
    }
    if (written.matches("(?i)https?://.*")) {
      URI address = address(written);
      Optional<RestSource> keyed = own.filter(source -> isSameServer(source.url(), address));
      return fetched(address, keyed.map(PreviewSource::headers).orElse(Map.of()), clock);
    }
    Path file = Path.of(written);
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no file " + file);
    }
    return new PreviewSource(new PartFile(file.getFileName().toString(), file), Optional.empty());
  }

  public PartFile part() {
    return part;
  }

  private static PreviewSource own(String feed, Optional<RestSource> own, Clock clock)
      throws IOException {
    if (own.isEmpty()) {
      throw new IOException(
          "`%s` has no address here, or its secrets are not set: say which file or address to read"
              .formatted(feed));
    }
    if (own.get().post().isPresent() || own.get().oauth2().isPresent()) {
      throw new IOException(
          "`%s` takes more than a GET with a key: `norrhub try %s` has the running hub do that"
              .formatted(feed, feed));
    }
    return fetched(own.get().url(), headers(own.get()), clock);
  }

  private static PreviewSource fetched(URI address, Map<String, String> headers, Clock clock)
      throws IOException {
    Path file = Files.createTempFile("norrhub-preview", "");
    try {
      new Download(headers, MOST_BYTES, clock).into(file, address);
      String path = Optional.ofNullable(address.getPath()).orElse("");
      String name = path.substring(path.lastIndexOf('/') + 1);
      return new PreviewSource(
          new PartFile(name.isEmpty() ? "answer" : name, file), Optional.of(file));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** The feed's key goes to the feed's server and nowhere else. */
  private static Map<String, String> headers(RestSource source) {
    Map<String, String> headers = new HashMap<>(source.headers());
    source
        .header()
        .ifPresent(name -> headers.put(name, source.key().map(Secret::value).orElseThrow()));
    return headers;
  }

  private static boolean isSameServer(URI own, URI asked) {
    return own.getScheme().equalsIgnoreCase(asked.getScheme())
        && own.getAuthority().equalsIgnoreCase(asked.getAuthority());
  }

  private static URI address(String written) throws IOException {
    try {
      URI address = new URI(written);
      if (address.getHost() == null || address.getUserInfo() != null) {
        throw new IOException("An address has a host and no user: " + address.getPath());
      }
      return address;
    } catch (URISyntaxException e) {
      throw new IOException("This is no address: " + e.getReason(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary.isPresent()) {
      Files.deleteIfExists(temporary.get());
    }
  }
}
