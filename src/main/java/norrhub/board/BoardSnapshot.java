package norrhub.board;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import norrhub.config.Fault;

/**
 * The boards in force, and the files that are not used. Never changes: another look at the folder
 * makes another one.
 *
 * @param ids of all files, also of those with faults
 */
record BoardSnapshot(Map<String, Board> boards, Map<Path, List<Fault>> rejected, Set<String> ids) {
  static final BoardSnapshot NONE = new BoardSnapshot(Map.of(), Map.of(), Set.of());

  BoardSnapshot {
    boards = Collections.unmodifiableMap(new TreeMap<>(boards));
    rejected = Map.copyOf(rejected);
    ids = Set.copyOf(ids);
  }

  /**
   * What the folder says, but for files with faults: their boards stay as they were before. So does
   * one whose new file takes a queue that such a board still has. A folder that is gone leaves all
   * as they were.
   */
  static BoardSnapshot read(BoardFolder folder, BoardSnapshot before) {
    if (!folder.exists() && !before.boards.isEmpty()) {
      return new BoardSnapshot(before.boards, Map.of(folder.path(), folder.gone()), before.ids);
    }
    Map<String, Board> kept = kept(folder, before);
    // Boards that are all as they were share no queue, so this comes to an end.
    while (folder.refusesTaker(kept)) {
      kept = kept(folder, before);
    }
    Map<String, Board> boards = new HashMap<>(kept);
    folder.boards().forEach(board -> boards.put(board.id(), board));
    return new BoardSnapshot(boards, folder.faults(), folder.ids());
  }

  private static Map<String, Board> kept(BoardFolder folder, BoardSnapshot before) {
    Map<String, Board> kept = new HashMap<>();
    for (Path path : folder.faults().keySet()) {
      Board old = before.boards.get(BoardFolder.id(path));
      if (old != null) {
        kept.put(old.id(), old);
      }
    }
    return kept;
  }
}
