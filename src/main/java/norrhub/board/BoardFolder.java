package norrhub.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.partner.Consent;

/** All files under config/boards, read once and held against each other. */
final class BoardFolder {
  private static final Map<String, String> RESERVED =
      Map.of(
          Consent.ALL,
          "means all boards in the files of partners",
          "dead",
          "is the broker's address of messages that nobody could read");

  private final Map<String, BoardFormat> formats;
  private final Map<Path, LoadResult<BoardFile>> files = new TreeMap<>();
  private final Map<Path, List<Fault>> faults = new TreeMap<>();

  private final Path folder;

  BoardFolder(Path folder, ConfigFiles reader, Map<String, BoardFormat> formats) {
    this.folder = folder;
    this.formats = formats;
    for (Path path : paths(folder)) {
      LoadResult<BoardFile> file = reader.read(path, BoardFile.class);
      files.put(path, file);
      faults.put(path, new ArrayList<>(file.faults()));
      file.value().ifPresent(board -> check(board, path, file));
    }
    checkQueues();
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  Path path() {
    return folder;
  }

  /** What to say where it does not exist any more. */
  List<Fault> gone() {
    return List.of(new Fault(folder, 1, "the folder is gone; its boards run on as they were"));
  }

  /**
   * Gives the first file that takes a queue of such a board a fault, which may keep its own board.
   *
   * @param kept boards that run on as they were, by id
   */
  boolean refusesTaker(Map<String, Board> kept) {
    Map<String, String> owners = new HashMap<>();
    kept.values().stream()
        .filter(Board::hasEvents)
        .forEach(board -> board.subscribers().forEach(name -> owners.put(name, board.id())));
    for (Map.Entry<Path, LoadResult<BoardFile>> file : files.entrySet()) {
      Map<String, String> queues =
          faults(file.getKey()).isEmpty() ? queues(file.getValue()) : Map.of();
      for (Map.Entry<String, String> queue : queues.entrySet()) {
        String owner = owners.get(queue.getValue());
        if (owner != null) {
          String text = stillHas(queue.getValue(), owner);
          add(file.getKey(), file.getValue(), queue.getKey(), text);
          return true;
        }
      }
    }
    return false;
  }

  private static String stillHas(String queue, String owner) {
    return "the queue `%s` still belongs to %s.yaml as it was before its faults: correct that file first"
        .formatted(queue, owner);
  }

  /** The boards whose files have no fault. */
  List<Board> boards() {
    return files.entrySet().stream()
        .filter(file -> faults(file.getKey()).isEmpty())
        .flatMap(file -> file.getValue().value().stream())
        .flatMap(board -> format(board).map(board::of).stream())
        .toList();
  }

  /** The names of all files, with or without faults. */
  Set<String> ids() {
    return files.keySet().stream().map(BoardFolder::id).collect(Collectors.toUnmodifiableSet());
  }

  static String id(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  /** By file; one without a fault is not in it. */
  Map<Path, List<Fault>> faults() {
    Map<Path, List<Fault>> found = new TreeMap<>();
    faults.forEach((path, all) -> found.put(path, List.copyOf(all)));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private List<Fault> faults(Path path) {
    return faults.getOrDefault(path, List.of());
  }

  private Optional<BoardFormat> format(BoardFile board) {
    return Optional.ofNullable(formats.get(board.format()));
  }

  private void check(BoardFile board, Path path, LoadResult<BoardFile> file) {
    if (!board.id().matches("[a-z0-9][a-z0-9-]*")) {
      add(path, file, "", "a board's file is called in lower case, digits and hyphens only");
    } else if (RESERVED.containsKey(board.id())) {
      String taken = RESERVED.get(board.id());
      add(path, file, "", "`" + board.id() + "` " + taken + ": rename this board");
    } else if (format(board).isEmpty()) {
      String known = String.join(", ", formats.keySet().stream().sorted().toList());
      String what = "`" + board.format() + "` is no board format; there are: " + known;
      add(path, file, "/format", what);
    } else {
      format(board).flatMap(f -> f.objection(board)).ifPresent(what -> add(path, file, "", what));
    }
  }

  private boolean hasEvents(BoardFile board) {
    return format(board).filter(BoardFormat::sendsEvents).isPresent();
  }

  /** A broker knows one queue by a name. Which of two boards has it cannot be known. */
  private void checkQueues() {
    Map<String, Set<Path>> owners = new HashMap<>();
    files.forEach(
        (path, file) ->
            queues(file)
                .values()
                .forEach(name -> owners.computeIfAbsent(name, n -> new TreeSet<>()).add(path)));
    files.forEach(
        (path, file) ->
            queues(file)
                .forEach(
                    (pointer, name) ->
                        owners.getOrDefault(name, Set.of()).stream()
                            .filter(other -> !other.equals(path))
                            .forEach(other -> add(path, file, pointer, shared(name, other)))));
  }

  /** The queues of a board of events, by pointer. */
  private Map<String, String> queues(LoadResult<BoardFile> file) {
    return file.value().filter(this::hasEvents).isPresent() ? file.names("/subscribers") : Map.of();
  }

  private static String shared(String queue, Path other) {
    return "the queue `%s` belongs to %s too: a queue is one board's, give each its own"
        .formatted(queue, other);
  }

  private void add(Path path, LoadResult<BoardFile> file, String pointer, String text) {
    faults.computeIfAbsent(path, none -> new ArrayList<>()).add(file.fault(pointer, text));
  }

  private static List<Path> paths(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
