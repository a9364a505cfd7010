using System.Linq.Expressions;

namespace DigiSam.Requests;

/// <summary>
/// The order of a list's rows: by one or more columns and at last by id, so that no two rows are equal. It sorts, and finds
/// what lies beyond a row, in the database.
/// </summary>
internal sealed class RowOrder<T>
{
    private readonly ParameterExpression _row = Expression.Parameter(typeof(T), "row");
    private readonly List<(LambdaExpression Key, Expression Body, bool Descending)> _columns = [];

    private RowOrder()
    {
    }

    /// <summary>The types of the columns, the id last.</summary>
    public IReadOnlyList<Type> Types => _columns.ConvertAll(column => column.Body.Type);

    /// <summary>The values that a row is sorted by, the id last.</summary>
    public Expression<Func<T, object?[]>> Key =>
        Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), _columns.Select(column => Expression.Convert(column.Body, typeof(object)))), _row);

    public static RowOrder<T> By<TKey>(Expression<Func<T, TKey>> key, bool descending = false) => new RowOrder<T>().Then(key, descending);

    public RowOrder<T> Then<TKey>(Expression<Func<T, TKey>> key, bool descending = false)
    {
        _columns.Add((key, new Replace(key.Parameters[0], _row).Visit(key.Body)!, descending));
        return this;
    }

    public IQueryable<T> Sort(IQueryable<T> rows, bool backwards = false)
    {
        foreach (var (index, (key, body, descending)) in _columns.Index())
        {
            var method = (index == 0 ? "OrderBy" : "ThenBy") + (descending == backwards ? "" : "Descending");
            rows = rows.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), method, [typeof(T), body.Type], rows.Expression, Expression.Quote(key)));
        }

        return rows;
    }

    /// <summary>
    /// The rows beyond the mark. For columns a and b it reads "a ≥ x and (a > x or (a = x and b > y))": the first condition
    /// adds nothing but a range that an index can be searched by.
    /// </summary>
    public IQueryable<T> Beyond(IQueryable<T> rows, PageMark mark)
    {
        Expression? beyond = null;
        foreach (var ((_, body, descending), value) in _columns.Zip(mark.Key).Reverse())
        {
            var difference = Difference(body, value!);
            var further = Compare(descending != mark.Backwards ? ExpressionType.LessThan : ExpressionType.GreaterThan, difference);
            beyond = beyond is null
                ? further
                : Expression.OrElse(further, Expression.AndAlso(Compare(ExpressionType.Equal, difference), beyond));
        }

        var (first, end) = (_columns[0], mark.Key[0]!);
        var range = Compare(first.Descending != mark.Backwards ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, Difference(first.Body, end));
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(range, beyond!), _row));
    }

    private static BinaryExpression Compare(ExpressionType how, Expression difference) => Expression.MakeBinary(how, difference, Expression.Constant(0));

    /// <summary>A call of CompareTo, which EF turns into the database's own comparison; the value is a parameter of the query.</summary>
    private static MethodCallExpression Difference(Expression column, object value)
    {
        var holder = Activator.CreateInstance(typeof(SoughtValue<>).MakeGenericType(column.Type), value)!;
        return Expression.Call(
            column, column.Type.GetMethod(nameof(IComparable.CompareTo), [column.Type])!, Expression.Property(Expression.Constant(holder), nameof(SoughtValue<>.Value)));
    }

    private sealed class Replace(Expression what, Expression with) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == what ? with : base.Visit(node);
    }
}

/// <summary>Holds a value in a query, so that it becomes a parameter and not a part of the query's text.</summary>
internal sealed class SoughtValue<TValue>(TValue value)
{
    public TValue Value { get; } = value;
}
