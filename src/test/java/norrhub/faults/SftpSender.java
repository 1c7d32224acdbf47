package norrhub.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A partner that drops files, several at once and faster than they are fetched. */
final class SftpSender implements Sender {
  private static final int MOST_WAITING = 12;

  /** What the feed's files speak for. */
  enum Kind {
    /** Each file is the whole list. */
    FEED,
    /** Each file is what has changed. */
    CHANGES,
    /** Each of three names is a list of its own, written again and again. */
    FILE
  }

  private final SftpServer server;
  private final Kind kind;
  private final String feed;
  private final Path beside;
  private final List<PartnerList> lists;
  private final int[] versions;
  private boolean drips;

  SftpSender(SftpServer server, Kind kind, String feed, Path beside) throws IOException {
    this.server = server;
    this.kind = kind;
    this.feed = feed;
    this.beside = Files.createDirectories(beside);
    this.lists =
        kind == Kind.FILE
            ? Stream.of("alfa", "beta", "gamma")
                .map(name -> new PartnerList(feed, name + ".csv", name, false))
                .toList()
            : List.of(new PartnerList(feed, "", feed, kind == Kind.FEED));
    this.versions = new int[lists.size()];
    server.folder(feed);
  }

  @Override
  public String feed() {
    return feed;
  }

  @Override
  public String configuration() {
    return """
    name: %1$s
    boards: all
    feeds:
      - id: %1$s
        format: csv-vacancies
        speaksFor: %2$s
        every: 1m
        expects: { dropAtMost: 60 }
    """
            .formatted(feed, kind.name().toLowerCase(Locale.ROOT))
        + server.configuration(feed, kind == Kind.CHANGES ? "delete" : "move");
  }

  @Override
  public List<Input> send(Random random) throws Exception {
    List<Input> sent = new ArrayList<>();
    if (kind == Kind.FILE) {
      for (int n = 0; n < lists.size(); n++) {
        if (random.nextBoolean() && !Files.exists(file(n))) {
          sent.add(send(random, n));
        }
      }
    } else {
      for (int n = 1 + random.nextInt(3); n > 0 && files().size() < MOST_WAITING; n--) {
        sent.add(send(random, 0));
      }
    }
    return sent;
  }

  /** The next file is written while it can be seen already. */
  void drip() {
    drips = true;
  }

  @Override
  public List<Input> sendPoison(Random random) throws Exception {
    int version = ++versions[0];
    String name = kind == Kind.FILE ? "gift-" + version + ".csv" : "lista-" + version + ".csv";
    String tag = feed + version;
    byte[] content =
        switch (random.nextInt(3)) {
          case 0 -> ("\0\1\2" + tag + "\0\0\7").getBytes(StandardCharsets.UTF_8);
          case 1 -> ("<!DOCTYPE html><p>Underhåll " + tag).getBytes(StandardCharsets.UTF_8);
          default -> ("PK\3\4" + tag + "no archive").getBytes(StandardCharsets.UTF_8);
        };
    place(content, name);
    return List.of(
        new Input(
            feed,
            kind == Kind.FILE ? feed + " " + name : feed,
            version,
            name,
            List.of(Input.hash(content)),
            true));
  }

  private Input send(Random random, int n) throws Exception {
    PartnerList list = lists.get(n);
    boolean first = list.model().isEmpty();
    List<Ad> changed = first ? list.begin(kind == Kind.FEED ? 50 : 12) : list.change(random);
    int version = ++versions[n];
    byte[] content = Written.table(kind == Kind.CHANGES ? changed : list.whole());
    String name = kind == Kind.FILE ? name(n) : "lista-" + version + ".csv";
    place(content, name);
    String line = kind == Kind.FILE ? feed + " " + name : feed;
    return new Input(feed, line, version, name, List.of(Input.hash(content)), false);
  }

  private Path file(int n) throws IOException {
    return server.folder(feed).resolve(name(n));
  }

  private static String name(int n) {
    return List.of("alfa.csv", "beta.csv", "gamma.csv").get(n);
  }

  private void place(byte[] content, String name) throws Exception {
    Path target = server.folder(feed).resolve(name);
    if (drips) {
      drips = false;
      try (OutputStream out = Files.newOutputStream(target)) {
        int step = content.length / 30 + 1;
        for (int at = 0; at < content.length; at += step) {
          out.write(content, at, Math.min(step, content.length - at));
          out.flush();
          Thread.sleep(100);
        }
      }
      return;
    }
    Path written = Files.write(beside.resolve(feed + "-" + name), content);
    Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String waiting() throws IOException {
    List<String> files = files();
    return files.isEmpty() ? "" : feed + ": not fetched " + files;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(server.folder(feed))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public Collection<PartnerList> lists() {
    return lists;
  }
}
