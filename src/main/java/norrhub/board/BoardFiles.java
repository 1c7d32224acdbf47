package norrhub.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.Home;
import norrhub.config.Loaded;
import norrhub.partner.Consent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The boards that config/boards holds, read once at start. A file with a fault is set aside and the
 * others stand; what the set-aside board published last goes on being there, untouched, but is not
 * served, since nobody knows to whom.
 */
@Component
public class BoardFiles implements ConfigCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFiles.class);

  private final Path folder;
  private final ConfigFiles files;
  private final Map<String, BoardFormat> formats;
  private final Map<String, Board> boards = new TreeMap<>();
  private final Map<Path, List<Fault>> setAside = new TreeMap<>();

  BoardFiles(Home home, ConfigFiles files, List<BoardFormat> formats) {
    this.folder = home.config().resolve("boards");
    this.files = files;
    this.formats =
        formats.stream().collect(Collectors.toMap(BoardFormat::name, Function.identity()));
    for (Path file : paths()) {
      List<Fault> faults = new ArrayList<>();
      read(file, faults).ifPresent(board -> boards.put(board.id(), board));
      if (!faults.isEmpty()) {
        setAside.put(file, List.copyOf(faults));
        faults.forEach(fault -> LOG.error("{}", fault));
      }
    }
  }

  public List<Board> all() {
    return List.copyOf(boards.values());
  }

  public Optional<Board> find(String id) {
    return Optional.ofNullable(boards.get(id));
  }

  /** The ids of all boards, also of those whose files have faults. */
  public Set<String> ids() {
    return Stream.concat(
            boards.keySet().stream(),
            setAside.keySet().stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", "")))
        .collect(Collectors.toSet());
  }

  /** The files that have faults, with all of them. */
  public Map<Path, List<Fault>> setAside() {
    return Map.copyOf(setAside);
  }

  @Override
  public List<Fault> check() {
    List<Fault> faults = new ArrayList<>();
    paths().forEach(file -> read(file, faults));
    return faults;
  }

  private List<Path> paths() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Board> read(Path file, List<Fault> faults) {
    Loaded<BoardFile> loaded = files.read(file, BoardFile.class);
    faults.addAll(loaded.faults());
    return loaded.value().flatMap(board -> check(board, loaded, faults));
  }

  private Optional<Board> check(BoardFile board, Loaded<BoardFile> loaded, List<Fault> faults) {
    BoardFormat format = formats.get(board.format());
    if (!board.id().matches("[a-z0-9][a-z0-9-]*")) {
      faults.add(
          loaded.fault("", "a board's file is called in lower case, digits and hyphens only"));
    } else if (board.id().equals(Consent.ALL)) {
      faults.add(
          loaded.fault("", "`all` means all boards in the files of partners: rename this board"));
    } else if (format == null) {
      String known = String.join(", ", formats.keySet().stream().sorted().toList());
      faults.add(
          loaded.fault(
              "/format", "`" + board.format() + "` is no board format; there are: " + known));
    } else if (format instanceof EventFormat && board.subscribers().isEmpty()) {
      faults.add(loaded.fault("", "events need `subscribers`: without a queue they go nowhere"));
    } else {
      return Optional.of(board.of(format));
    }
    return Optional.empty();
  }
}
