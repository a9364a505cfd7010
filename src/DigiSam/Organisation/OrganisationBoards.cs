using DigiSam.Imports;
using DigiSam.Language;

namespace DigiSam.Organisation;

/// <summary>
/// Finds the boards that a file names among those that there are. A name that is new, beside the name of a current board
/// in board_aliases, is the new name of that board.
/// </summary>
internal sealed class OrganisationBoards
{
    private readonly OrganisationTree _tree;
    private readonly PlaceSuccession _succession;
    private readonly ImportDay _day;
    private readonly FaultList _faults;
    private readonly OrganisationReceipt _receipt;
    private readonly Dictionary<string, Board> _byName;
    private readonly Dictionary<string, Board> _byAlias = [];

    public OrganisationBoards(OrganisationTree tree, PlaceSuccession succession, ImportDay day, FaultList faults, OrganisationReceipt receipt)
    {
        (_tree, _succession, _day, _faults, _receipt) = (tree, succession, day, faults, receipt);
        var boards = tree.Current<Board>().ToDictionary(board => board.Id);
        _byName = boards.Values.GroupBy(board => board.FoldedName).ToDictionary(same => same.Key, same => same.First());
        foreach (var alias in tree.Aliases.Where(alias => boards.ContainsKey(alias.PlaceId)))
            _byAlias.TryAdd(alias.FoldedName, boards[alias.PlaceId]);
    }

    /// <summary>The boards of the file by their folded names; null for one that has a fault.</summary>
    public IReadOnlyDictionary<string, Board?> Find(IReadOnlyList<OrganisationRow> rows)
    {
        var inFile = rows.GroupBy(row => SwedishText.Fold(row.Board)).ToDictionary(same => same.Key, same => new BoardInFile([.. same]));
        var found = inFile.ToDictionary(pair => pair.Key, pair => Find(pair.Key, pair.Value));

        // What stood for a board that another row renames stands for its successor.
        var boards = found.ToDictionary(pair => pair.Key, pair => pair.Value is null ? null : Now(pair.Value));
        foreach (var (name, board) in boards)
        {
            if (board is not null)
                Name(board, inFile[name]);
            if (!_byName.ContainsKey(name) && _byAlias.TryGetValue(name, out var other) && boards.ContainsKey(other.FoldedName))
                _receipt.Note(inFile[name].Line, $"\"{inFile[name].Name}\" är ett annat namn för {other.Name} och blir ingen egen nämnd");
        }

        return boards;
    }

    private Board? Find(string folded, BoardInFile board)
    {
        var own = _byName.GetValueOrDefault(folded);
        var called = own is null ? _byAlias.GetValueOrDefault(folded) : null;
        var former = board.Aliases
            .Select(alias => (alias.Line, Board: _byName.GetValueOrDefault(SwedishText.Fold(alias.Name))))
            .Where(alias => alias.Board is not null && alias.Board != own)
            .DistinctBy(alias => alias.Board)
            .ToList();
        return former switch
        {
            [] => own ?? called ?? _succession.New(board.Line, new Board(board.Name, _day.Day)),
            [var (line, old)] => Renamed(line, old!, board.Name, own, called),
            _ => Fault(former[1].Line, $"{OrganisationWords.List(former.Select(alias => alias.Board!))} är flera nämnder i DigiSam, och {board.Name} kan bara vara det nya namnet på en av dem; ta bort de andra ur board_aliases. Den som har upphört avslutas med --complete"),
        };
    }

    private Board? Renamed(int line, Board old, string name, Board? own, Board? called)
    {
        if (called is not null && called != old)
            return Fault(line, $"namnet \"{name}\" används redan för {called.Name} och kan inte bli det nya namnet på {old.Name}; välj ett annat namn eller ta bort \"{old.Name}\" ur board_aliases");
        if (own is null)
            return Succeeded(line, old, new Board(name, _day.Day));
        // The new name came as a board of its own; the same day again makes it what it was meant to be.
        if (own.PredecessorId is null && old.ValidFrom < own.ValidFrom && own.ValidFrom == _day.Day)
            return Succeeded(line, old, own);
        return Fault(line, $"namnet \"{old.Name}\" används redan för en annan nämnd än {own.Name}; ta bort det ur board_aliases. "
            + (own.PredecessorId is null && old.ValidFrom < own.ValidFrom
                ? $"Är {own.Name} det nya namnet på {old.Name}, ange dagen då {own.Name} lades till: --valid-from {SwedishDate.Short(own.ValidFrom)}"
                : $"Har {old.Name} upphört, avsluta den först med --complete"));
    }

    private Board? Succeeded(int line, Board old, Board successor)
    {
        var aliases = _tree.Aliases.Where(alias => alias.PlaceId == old.Id).Select(alias => alias.Name).ToList();
        if (_succession.Succeed(line, old, successor) is null)
            return null;
        foreach (var name in aliases.Prepend(old.Name))
            _tree.AddAlias(successor, name);
        return successor;
    }

    private void Name(Board board, BoardInFile inFile)
    {
        var added = new List<string>();
        foreach (var (line, name) in inFile.Aliases)
        {
            var folded = SwedishText.Fold(name);
            if ((_byName.GetValueOrDefault(folded) ?? _byAlias.GetValueOrDefault(folded)) is { } other && Now(other) != board)
            {
                _faults.Add(line, $"namnet \"{name}\" används redan för {other.Name}; ta bort det ur board_aliases. Är {board.Name} det nya namnet på {other.Name}, skriv \"{other.Name}\" i board_aliases");
            }
            else if (_tree.AddAlias(board, name))
            {
                _receipt.Change(line);
                added.Add(name);
            }
        }

        if (added.Count > 0 && !_tree.IsFresh(board))
            _receipt.Note($"Nya namn för {board.Name}: {string.Join(", ", added)}");
    }

    private Board Now(Board board) => (Board)_tree[_succession.Now(board.Id)];

    private Board? Fault(int line, string reason)
    {
        _faults.Add(line, reason);
        return null;
    }
}

/// <summary>A board as the rows of a file name it, with all its aliases and their lines.</summary>
internal sealed record BoardInFile(IReadOnlyList<OrganisationRow> Rows)
{
    public string Name => Rows[0].Board;

    public int Line => Rows[0].Line;

    public IReadOnlyList<(int Line, string Name)> Aliases { get; } = [.. Rows.SelectMany(row => row.BoardAliases.Select(name => (row.Line, name)))];
}
