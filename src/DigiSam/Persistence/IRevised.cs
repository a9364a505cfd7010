namespace DigiSam.Persistence;

/// <summary>
/// Something a person edits. <see cref="Rev"/> grows by one with each saved change and is checked when saving,
/// so that the second of two editors is told instead of overwriting.
/// </summary>
public interface IRevised
{
    int Rev { get; }
}
