package norrhub.board;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.HubDirectories;
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
  private final Map<Path, List<Fault>> setAside;
  private final Set<String> ids;

  public BoardFiles(HubDirectories home, ConfigFiles files, List<BoardFormat> formats) {
    this.folder = home.config().resolve("boards");
    this.files = files;
    this.formats =
        formats.stream().collect(Collectors.toMap(BoardFormat::name, Function.identity()));
    BoardFolder read = read();
    read.boards().forEach(board -> boards.put(board.id(), board));
    this.setAside = read.faults();
    this.ids = read.ids();
    setAside.values().forEach(all -> all.forEach(fault -> LOG.error("{}", fault)));
  }

  public List<Board> all() {
    return List.copyOf(boards.values());
  }

  /** The boards that send events. */
  public List<Board> withEvents() {
    return boards.values().stream().filter(Board::hasEvents).toList();
  }

  public Optional<Board> find(String id) {
    return Optional.ofNullable(boards.get(id));
  }

  /** The ids of all boards, also of those whose files have faults. */
  public Set<String> ids() {
    return ids;
  }

  /** The files that have faults, with all of them. */
  public Map<Path, List<Fault>> setAside() {
    return Map.copyOf(setAside);
  }

  @Override
  public List<Fault> check() {
    return read().faults().values().stream().flatMap(List::stream).toList();
  }

  private BoardFolder read() {
    return new BoardFolder(folder, files, formats);
  }
}
