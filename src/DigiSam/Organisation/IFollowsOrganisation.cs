namespace DigiSam.Organisation;

/// <summary>Something that is kept for reading and follows from the organisation, and so has to be made anew when it has changed.</summary>
internal interface IFollowsOrganisation
{
    /// <summary>Makes it anew in the open transaction, from what has been saved.</summary>
    Task Follow(CancellationToken stop);
}
