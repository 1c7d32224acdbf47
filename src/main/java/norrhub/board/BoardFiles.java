package norrhub.board;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The boards of config/boards, as their files were when they were last read. A file with a fault is
 * not used: a board that ran before runs on as it was. One that never ran is not served, since
 * nobody knows to whom; what it published under an earlier hub stays on the disk.
 */
@Component
public class BoardFiles implements ConfigCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFiles.class);

  private final Path folder;
  private final ConfigFiles files;
  private final Map<String, BoardFormat> formats;
  private volatile BoardSnapshot now;

  public BoardFiles(HubDirectories home, ConfigFiles files, List<BoardFormat> formats) {
    this.folder = home.config().resolve("boards");
    this.files = files;
    this.formats =
        formats.stream().collect(Collectors.toMap(BoardFormat::name, Function.identity()));
    this.now = BoardSnapshot.read(read(), BoardSnapshot.NONE);
    tell();
  }

  /** Reads the files again; what {@link #rejected} then names has not changed anything. */
  public synchronized Changes reload() {
    BoardSnapshot before = now;
    now = BoardSnapshot.read(read(), before);
    tell();
    return Changes.between(before.boards(), now.boards());
  }

  public List<Board> all() {
    return List.copyOf(now.boards().values());
  }

  /** The boards that send events. */
  public List<Board> withEvents() {
    return now.boards().values().stream().filter(Board::hasEvents).toList();
  }

  public Optional<Board> find(String id) {
    return Optional.ofNullable(now.boards().get(id));
  }

  /** The ids of all boards, also of those whose files have faults. */
  public Set<String> ids() {
    return now.ids();
  }

  /** The files that have faults, with all of them. */
  public Map<Path, List<Fault>> rejected() {
    return now.rejected();
  }

  /** Whether the file's board runs on as an earlier state of the file had it. */
  public boolean runsOn(Path file) {
    return now.boards().containsKey(BoardFolder.id(file));
  }

  @Override
  public List<Fault> check() {
    return read().faults().values().stream().flatMap(List::stream).toList();
  }

  private void tell() {
    now.rejected().values().forEach(all -> all.forEach(fault -> LOG.error("{}", fault)));
  }

  private BoardFolder read() {
    return new BoardFolder(folder, files, formats);
  }
}
