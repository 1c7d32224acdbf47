package norrhub.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.Home;
import norrhub.config.Nearest;

/**
 * All files under config/partners, read once and held against each other and against the folders
 * beside them.
 */
final class PartnerFolder {
  private final Path folder;
  private final List<PartnerFile> files = new ArrayList<>();
  private final List<Path> ignored = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  PartnerFolder(Home home, ConfigFiles reader) {
    this.folder = home.config().resolve("partners");
    for (Path path : children(folder)) {
      if (path.toString().matches(".*\\.ya?ml") && Files.isRegularFile(path)) {
        files.add(new PartnerFile(path, reader));
      } else {
        ignored.add(path);
      }
    }
    checkIds();
    checkThere("/feeds/*/format", "format", home.config().resolve("formats"), "format.yaml");
    FeedValues values = new FeedValues(home.config().resolve("formats"), reader);
    files.forEach(values::check);
    checkThere("/boards/*", "board", home.config().resolve("boards"), "");
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
    return Stream.concat(faults.stream(), files.stream().flatMap(file -> file.faults().stream()))
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

  /** A name must be a folder that holds {@code file}, or a file {@code name.yaml}. */
  private void checkThere(String path, String what, Path among, String file) {
    for (PartnerFile partner : files) {
      partner
          .words(path)
          .forEach(
              (pointer, name) -> {
                Path wanted =
                    file.isEmpty()
                        ? among.resolve(name + ".yaml")
                        : among.resolve(name).resolve(file);
                if (!Files.isRegularFile(wanted)) {
                  partner.add(pointer, unknown(what, name, among, wanted));
                }
              });
    }
  }

  private String unknown(String what, String name, Path among, Path wanted) {
    List<String> known =
        children(among).stream()
            .map(path -> path.getFileName().toString().replaceFirst("\\.yaml$", ""))
            .toList();
    String meant = Nearest.of(name, known).map(near -> ", did you mean `" + near + "`?").orElse("");
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
