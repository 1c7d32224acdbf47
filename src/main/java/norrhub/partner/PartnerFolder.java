package norrhub.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.HubDirectories;

/**
 * All files under config/partners, read once and held against each other and against the folders
 * beside them.
 */
final class PartnerFolder {
  private static final List<String> ADDRESSES =
      List.of("url", "details/address", "since/snapshot", "oauth2/token");

  private final Path folder;
  private final List<PartnerFile> files = new ArrayList<>();
  private final List<Path> ignored = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  PartnerFolder(HubDirectories home, ConfigFiles reader) {
    this.folder = home.config().resolve("partners");
    for (Path path : children(folder)) {
      if (path.toString().matches(".*\\.ya?ml") && Files.isRegularFile(path)) {
        files.add(new PartnerFile(path, reader));
      } else {
        ignored.add(path);
      }
    }
    checkIds();
    checkFormats(home.config().resolve("formats"));
    files.forEach(PartnerFolder::checkAddresses);
    FeedValues values = new FeedValues(home.config().resolve("formats"), reader);
    files.forEach(values::check);
    DefaultPlaces places = new DefaultPlaces(home, reader);
    files.forEach(places::check);
    RouteTemplates templates = new RouteTemplates(home, reader);
    files.forEach(templates::check);
    TrustedBundles bundles = new TrustedBundles(home);
    files.forEach(bundles::check);
    files.forEach(file -> checkBoards(file, home.config().resolve("boards")));
  }

  /** Whether the files could be listed; a folder that cannot says nothing of its partners. */
  boolean isReadable() {
    return faults.isEmpty();
  }

  Path path() {
    return folder;
  }

  List<PartnerFile> files() {
    return files;
  }

  /** What lies in the folder and is no partner file. */
  List<Path> ignored() {
    return ignored;
  }

  /** Every fault of every file, and those of the folder itself. */
  List<Fault> faults() {
    Stream<Fault> ofFiles =
        files.stream()
            .flatMap(file -> Stream.concat(file.faults().stream(), file.harmless().stream()));
    return Stream.concat(faults.stream(), ofFiles).toList();
  }

  /** What was taken up and is not as it should be. */
  List<Fault> remarks() {
    return files.stream()
        .flatMap(file -> Stream.concat(file.harmless().stream(), file.warnings().stream()))
        .toList();
  }

  List<Fault> warnings() {
    return files.stream().flatMap(file -> file.warnings().stream()).toList();
  }

  /** Of two feeds with one id neither runs: which one the ledger means cannot be known. */
  private void checkIds() {
    Map<String, PartnerFile> owners = new HashMap<>();
    Map<String, String> pointers = new HashMap<>();
    for (PartnerFile file : files) {
      file.words("/feeds/*/id")
          .forEach(
              (pointer, id) -> {
                PartnerFile first = owners.putIfAbsent(id, file);
                String firstPointer = pointers.putIfAbsent(id, pointer);
                if (first != null && firstPointer != null) {
                  file.add(pointer, twice(id, first.place(firstPointer)));
                  first.add(firstPointer, twice(id, file.place(pointer)));
                }
              });
    }
  }

  private static String twice(String id, String other) {
    return "the feed id `" + id + "` is taken by " + other + " too: give each feed its own";
  }

  /** Addresses go into logs, and the file into a repository. */
  private static void checkAddresses(PartnerFile partner) {
    for (String address : ADDRESSES) {
      partner
          .texts("/feeds/*/rest/" + address)
          .forEach(
              (pointer, written) ->
                  KeyInAddress.in(written)
                      .ifPresent(
                          name ->
                              partner.add(
                                  pointer,
                                  "the address carries a key (`%s`): use `header` and `key`, or write the whole address as ${NAME}. Change the key, it may be known now"
                                      .formatted(name))));
    }
  }

  /** A format is a folder that holds a format.yaml. */
  private void checkFormats(Path formats) {
    for (PartnerFile partner : files) {
      partner
          .words("/feeds/*/format")
          .forEach(
              (pointer, name) -> {
                Path wanted = formats.resolve(name).resolve("format.yaml");
                if (!Files.isRegularFile(wanted)) {
                  partner.add(pointer, unknown("format", name, formats, wanted));
                }
              });
    }
  }

  /**
   * A board that is gone must not stop the partners that name it, so this fault rejects no file.
   */
  private void checkBoards(PartnerFile partner, Path boards) {
    partner
        .boards()
        .forEach(
            (pointer, name) -> {
              Path wanted = boards.resolve(name + ".yaml");
              if (name.startsWith("${")) {
                return; // what it stands for is known when the file is bound
              }
              if (name.equals(Consent.ALL)) {
                partner.addHarmless(pointer, "for all boards write `boards: all`, and no others");
              } else if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(wanted)) {
                partner.addHarmless(pointer, unknown("board", name, boards, wanted));
              }
            });
  }

  private String unknown(String what, String name, Path among, Path wanted) {
    List<String> known =
        children(among).stream()
            .map(path -> path.getFileName().toString().replaceFirst("\\.yaml$", ""))
            .toList();
    String meant =
        ClosestMatch.of(name, known).map(near -> ", did you mean `" + near + "`?").orElse("");
    return "unknown " + what + " `" + name + "`" + meant + " (there is no " + wanted + ")";
  }

  private List<Path> children(Path of) {
    if (!Files.isDirectory(of) && !of.equals(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(of)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      faults.add(new Fault(of, 1, "the folder cannot be read: is norrhub.home.config right?"));
      return List.of();
    }
  }
}
