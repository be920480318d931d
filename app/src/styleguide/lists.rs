//! Tables, facts, tiles, and the ways through them.

use domain::error::Arg;
use i18n::format;
use leptos::prelude::*;

use super::tokens::{amount, day};
use crate::context::locale;
use crate::ui::{
    BatchBar, Button, ButtonKind, Card, Cell, CellKind, Column, DataTable, EmptyState, Fact, Field,
    Glyph, Icon, KeyValueList, Order, Pager, StatusBadge, Stepper, Tab, Tabs, Tile, Tone,
};

fn columns() -> Vec<Column> {
    vec![
        Column::new(t!("ui-selection"), CellKind::Select),
        Column::new(t!("styleguide-offer"), CellKind::Main)
            .sorted("?sort=-name", Some(Order::Ascending)),
        Column::new(t!("styleguide-state"), CellKind::Text),
        Column::new(t!("styleguide-since"), CellKind::Text).sorted("?sort=since", None),
        Column::new(t!("styleguide-quantity"), CellKind::Number).sorted("?sort=quantity", None),
        Column::new(t!("styleguide-price"), CellKind::Number).unit("CNY"),
        Column::new(t!("ui-actions"), CellKind::Actions),
    ]
}

/// One offer of the table: name, status, since when in 2026, licences, price in fen.
struct Row {
    id: &'static str,
    name: String,
    note: String,
    status: (Tone, String),
    since: (u32, u32),
    quantity: i64,
    price: i64,
    chosen: bool,
}

fn row(row: Row) -> impl IntoView {
    let Row { id, name, note, status: (tone, word), since: (month, date), quantity, price, chosen } =
        row;
    let offer = || Arg::Text(name.clone());
    let select = t!("styleguide-select-offer", offer = offer());
    let edit = t!("styleguide-edit-offer", offer = offer());
    view! {
        <tr class="table__row" role="row">
            <Cell kind=CellKind::Select>
                <input type="checkbox" id=id aria-label=select checked=chosen />
            </Cell>
            <Cell kind=CellKind::Main>
                <a href="#styleguide-pins">{name.clone()}</a>
                {(!note.is_empty()).then(|| view! { <small class="table__note">{note}</small> })}
            </Cell>
            <Cell label=t!("styleguide-state")>
                <StatusBadge tone word />
            </Cell>
            <Cell label=t!("styleguide-since")>{day(month, date)}</Cell>
            <Cell label=t!("styleguide-quantity") kind=CellKind::Number>
                {format::count(locale().language(), quantity)}
            </Cell>
            <Cell label=t!("styleguide-price") kind=CellKind::Number>
                {amount(price)}
            </Cell>
            <Cell kind=CellKind::Actions>
                <Button kind=ButtonKind::Icon submits=false>
                    <Icon glyph=Glyph::Pencil name=edit />
                </Button>
            </Cell>
        </tr>
    }
}

fn rows() -> AnyView {
    let plain = |id, name: &str, status, since, quantity, price, chosen| Row {
        id,
        name: name.to_owned(),
        note: String::new(),
        status,
        since,
        quantity,
        price,
        chosen,
    };
    let active = || (Tone::Positive, t!("styleguide-active"));
    [
        plain("sg-row-1", "Exchange Online Plan 1", active(), (1, 15), 25, 2_800, true),
        plain(
            "sg-row-2",
            "Office 365 E3",
            (Tone::Caution, t!("styleguide-suspended")),
            (2, 28),
            1_250,
            14_200,
            false,
        ),
        Row {
            id: "sg-row-3",
            name: t!("styleguide-long-offer"),
            note: t!("styleguide-long-offer-note"),
            status: (Tone::Info, t!("styleguide-pending")),
            since: (3, 1),
            quantity: 300,
            price: 198_050,
            chosen: false,
        },
        plain("sg-row-4", "Visio Pro", active(), (12, 31), 7, 9_640, false),
    ]
    .map(row)
    .into_iter()
    .collect_view()
    .into_any()
}

/// A table with chosen rows, and one that found nothing.
pub(super) fn tables() -> AnyView {
    let tools = || {
        view! {
            <Field id="sg-filter" label=t!("styleguide-filter") compact=true>
                <input id="sg-filter" type="search" />
            </Field>
            <Button submits=false>
                <Icon glyph=Glyph::Download />
                {t!("styleguide-export")}
            </Button>
        }
        .into_any()
    };
    let total = || Arg::Count(3_412);
    let batch = view! {
        <BatchBar
            label=t!("styleguide-batch")
            count=Signal::stored(t!("ui-selected", count = Arg::Count(1)))
        >
            <Button submits=false>{t!("styleguide-pin")}</Button>
            <Button kind=ButtonKind::Link submits=false>
                {t!("ui-select-all", total = total())}
            </Button>
        </BatchBar>
    };
    let summary = t!("ui-showing", first = Arg::Count(1), last = Arg::Count(4), total = total());
    let pager = view! {
        <Pager
            label=t!("ui-pages")
            summary
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=None
            next_href=Some("?page=2".to_owned())
        />
    };
    let nothing = view! {
        <EmptyState
            glyph=Glyph::Filter
            title=t!("styleguide-none-found")
            text=t!("styleguide-none-found-text")
        >
            <Button submits=false>{t!("styleguide-clear")}</Button>
        </EmptyState>
    };
    view! {
        <DataTable
            caption=t!("styleguide-offers")
            columns=columns()
            tools=tools()
            batch=batch.into_any()
            foot=pager.into_any()
        >
            {rows()}
        </DataTable>
        <DataTable caption=t!("styleguide-none-found") columns=columns() foot=nothing.into_any()>
            ""
        </DataTable>
    }
    .into_any()
}

/// Facts about one thing, cards and tiles.
pub(super) fn facts() -> AnyView {
    let status =
        view! { <StatusBadge tone=Tone::Positive word=t!("styleguide-active") soft=true /> };
    let facts = vec![
        Fact::new(
            t!("styleguide-state"),
            view! { <StatusBadge tone=Tone::Positive word=t!("styleguide-active") /> },
        ),
        Fact::new(t!("styleguide-quantity"), "25"),
        Fact::new(t!("styleguide-renewal"), day(3, 1)),
        Fact::new(t!("styleguide-amount"), amount(355_000)),
        Fact::new(t!("styleguide-reseller"), t!("styleguide-company-value")),
    ];
    view! {
        <div class="styleguide__specimens">
            <Card title=t!("styleguide-subscription") aside=status.into_any()>
                <KeyValueList facts />
            </Card>
            <Card title=t!("styleguide-used")>
                <label for="sg-used">{t!("styleguide-used")}</label>
                <meter id="sg-used" min="0" max="25" value="18"></meter>
                <label for="sg-imported">{t!("styleguide-imported")}</label>
                <progress id="sg-imported" max="3412" value="1200"></progress>
            </Card>
            <Tile
                href="#styleguide-pins"
                glyph=Glyph::Receipt
                title=t!("styleguide-tile-billing")
                text=t!("styleguide-tile-billing-text")
                figure="3"
            />
            <Tile
                href="#styleguide-pins"
                glyph=Glyph::Customers
                title=t!("styleguide-tile-customers")
                text=t!("styleguide-tile-customers-text")
            />
        </div>
    }
    .into_any()
}

/// Tabs, steps and pages.
pub(super) fn navigation() -> AnyView {
    let tab = |label: String, count: &str, current| Tab {
        href: "#styleguide-pins".to_owned(),
        label,
        count: count.to_owned(),
        current,
    };
    let tabs = vec![
        tab(t!("styleguide-overview"), "", true),
        tab(t!("styleguide-licences"), "25", false),
        tab(t!("styleguide-history"), "", false),
    ];
    let steps = vec![
        t!("styleguide-step-account"),
        t!("styleguide-step-subscriptions"),
        t!("styleguide-step-review"),
    ];
    let middle =
        t!("ui-showing", first = Arg::Count(51), last = Arg::Count(100), total = Arg::Count(3_412));
    view! {
        <Tabs label=t!("styleguide-subscription") tabs />
        <Stepper
            label=t!("styleguide-add-customer")
            steps
            current=1
            done=t!("styleguide-done")
        />
        <Pager
            label=t!("styleguide-navigation")
            summary=middle
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=Some("?page=1".to_owned())
            next_href=Some("?page=3".to_owned())
        />
    }
    .into_any()
}
