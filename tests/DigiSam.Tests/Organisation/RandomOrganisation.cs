namespace DigiSam.Tests.Organisation;

/// <summary>A small organisation that changes at random, and the files that tell of it. The same seed gives the same story.</summary>
internal sealed class RandomOrganisation(int seed)
{
    private readonly Random _random = new(seed);
    private int _names;
    private Dictionary<string, string> _administrations = new(StringComparer.Ordinal);
    private List<(string Name, string Former)> _boards = [];
    private Dictionary<string, RandomUnit> _units = new(StringComparer.Ordinal);
    private Action _undo = () => { };

    /// <summary>An organisation with everything in it, as a first import has.</summary>
    public RandomFile Found()
    {
        for (var index = 0; index < 2; index++)
        {
            AddAdministration();
            AddBoard();
        }

        for (var index = 0; index < 3; index++)
            AddUnit();
        return File(complete: false, everything: true);
    }

    /// <summary>One to three changes: renamed, moved, added, ended or left out.</summary>
    public RandomFile Change()
    {
        var (administrations, boards, units) = (_administrations, _boards, _units);
        _undo = () => (_administrations, _boards, _units) = (administrations, boards, units);
        (_administrations, _boards, _units) = (new(administrations), [.. boards.Select(board => (board.Name, Former: ""))], new(units));
        Action[] changes = [AddAdministration, AddBoard, AddUnit, RenameAdministration, RenameBoard, RenameUnit, MoveUnit, MoveUnit, EndUnit, EndBoard];
        for (var count = _random.Next(1, 4); count > 0; count--)
            changes[_random.Next(changes.Length)]();
        return File(complete: _random.Next(3) == 0, everything: _random.Next(2) == 0);
    }

    /// <summary>Mostly later than <paramref name="last"/>, now and then not.</summary>
    public DateOnly Day(DateOnly last) => last.AddDays(_random.Next(6) == 0 ? -_random.Next(0, 40) : _random.Next(1, 40));

    /// <summary>The last change was refused: the organisation is what it was.</summary>
    public void Undo() => _undo();

    private void AddAdministration() => _administrations.Add($"F{_names}", Name("Förvaltning"));

    private void AddBoard() => _boards.Add((Name("Nämnd"), ""));

    private void AddUnit() => _units.Add($"E{_names}", new RandomUnit(Name("Enhet"), OneOf([.. _administrations.Keys]), SomeBoards()));

    private void RenameAdministration() => _administrations[OneOf([.. _administrations.Keys])] = Name("Förvaltning");

    private void RenameUnit()
    {
        var code = OneOf([.. _units.Keys]);
        _units[code] = _units[code] with { Name = Name("Enhet") };
    }

    private void MoveUnit()
    {
        var code = OneOf([.. _units.Keys]);
        _units[code] = _units[code] with { Administration = OneOf([.. _administrations.Keys]), Boards = SomeBoards() };
    }

    private void EndUnit()
    {
        if (_units.Count > 1)
            _units.Remove(OneOf([.. _units.Keys]));
    }

    private void EndBoard()
    {
        if (_boards.Count < 2)
            return;
        var ended = _boards[^1].Name;
        _boards.RemoveAt(_boards.Count - 1);
        Replace(ended, _boards[0].Name);
    }

    private void RenameBoard()
    {
        var index = _random.Next(_boards.Count);
        var (old, former) = _boards[index];
        var name = Name("Nämnd");
        _boards[index] = (name, former.Length > 0 || old == "" ? former : old);
        Replace(old, name);
    }

    private void Replace(string board, string other)
    {
        foreach (var (code, unit) in _units.ToList())
            _units[code] = unit with { Boards = [.. unit.Boards.Select(name => name == board ? other : name).Distinct()] };
    }

    private List<string> SomeBoards() =>
        [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => OneOf([.. _boards.Select(board => board.Name)])).Distinct()];

    private string Name(string kind) => $"{kind} {_names++}";

    private T OneOf<T>(List<T> all) => all[_random.Next(all.Count)];

    private RandomFile File(bool complete, bool everything)
    {
        var told = _units.Where(_ => everything || _random.Next(2) == 0).ToDictionary();
        var rows = told
            .SelectMany(unit => unit.Value.Boards.Select(board => Row(unit.Value.Administration, board, unit.Key, unit.Value.Name)))
            .Concat(_boards.Where(_ => everything || _random.Next(2) == 0).Select(board => Row(OneOf([.. _administrations.Keys]), board.Name, "", "")))
            .DefaultIfEmpty(Row(_administrations.Keys.First(), _boards[0].Name, "", ""));
        return new RandomFile(
            $"administration_code;administration;board;board_aliases;unit_code;unit\n{string.Join('\n', rows)}\n",
            complete,
            told.Values.ToDictionary(unit => unit.Name, unit => unit.Boards.Append(_administrations[unit.Administration]).ToHashSet()));
    }

    private string Row(string administration, string board, string code, string unit) =>
        $"{administration};{_administrations[administration]};{board};{_boards.Find(known => known.Name == board).Former};{code};{unit}";

    private sealed record RandomUnit(string Name, string Administration, IReadOnlyList<string> Boards);
}

/// <summary>A file, and what each unit in it belongs to.</summary>
internal sealed record RandomFile(string Text, bool Complete, IReadOnlyDictionary<string, HashSet<string>> Units);
