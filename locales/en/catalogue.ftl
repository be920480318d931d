# Catalogue and pinned offers.
catalogue-title = Catalog
catalogue-text = What you can sell this month. Pinned offers come first.
catalogue-month = Price list of { $month }
catalogue-customize = Customize the catalog
catalogue-filter = Filter the catalog
catalogue-words = Name, code or service
catalogue-category = Category
catalogue-billing = Billing
catalogue-any = All
catalogue-apply = Apply
catalogue-clear = Clear the filters
catalogue-category-enterprise = Enterprise
catalogue-category-small-business = Small business
catalogue-category-trial = Trial
catalogue-category-add-on = Add-on
catalogue-category-usage = Usage-based
catalogue-billing-license = License-based
catalogue-billing-usage = Usage-based
catalogue-unit-licences = Licenses
catalogue-unit-gigabytes = GB
catalogue-unit-none = By consumption
catalogue-segment-commercial = Commercial
catalogue-segment-education = Education
catalogue-segment-government = Government
catalogue-offer = Offer
catalogue-code = Code
catalogue-unit = Unit
catalogue-limits = Quantity
catalogue-partner-price = Partner price
catalogue-retail-price = Estimated retail price (ERP)
catalogue-price-unit = CNY per unit and month, without VAT
catalogue-illustrative = The prices of this demo are illustrative.
# $slot: the slot from 1 to 5
catalogue-pinned = Pinned, place { $slot }
# $min, $max: fewest and most units
catalogue-range = { $min } to { $max }
catalogue-exactly = exactly { $min }
# $first, $last: numbers of the rows shown; $total: all rows
catalogue-showing = Showing { $first }–{ $last } of { $total }
catalogue-pages = Pages of the catalog
catalogue-size = Rows
catalogue-none = No offer matches
catalogue-none-text = No offer of this month’s price list answers your filter.
catalogue-empty = Nothing is sold this month
catalogue-empty-text = No price list is in force for the current month. The operator publishes it; nothing is wrong with your account.
catalogue-service-plans = Service plans
catalogue-needs-one-of = Needs one of
catalogue-upgrades-to = Can be upgraded to
catalogue-converts-to = Continues as
catalogue-sku = SKU ID
catalogue-offer-id = Offer ID
catalogue-segment = For
# $count: most subscriptions per customer
catalogue-per-customer = { $count ->
    [one] At most one subscription per customer
   *[other] At most { $count } subscriptions per customer
}
catalogue-per-customer-label = Limit
catalogue-no-limit = No limit per customer
catalogue-customize-text = Pin up to five offers. They come first wherever your colleagues order.
catalogue-slots = Pinned offers
# $slot: number of the slot
catalogue-slot-empty = Place { $slot } is free
catalogue-slot-add = Pin
# $offer: its name
catalogue-slot-add-offer = Pin { $offer }
catalogue-slot-remove = Remove { $offer }
catalogue-slot-up = Move { $offer } up
catalogue-slot-down = Move { $offer } down
catalogue-available = Offers you can pin
catalogue-available-search = Search the offers
catalogue-already-pinned = Pinned
catalogue-duplicate = { $offer } is already pinned.
# $offer: its name
catalogue-withdrawn = { $offer } has left the price list. Its place is free; save to confirm.
catalogue-unsaved = You have changes that are not saved.
# $name: who saved last
catalogue-changed-by = Last changed by { $name }
catalogue-conflict = Somebody else saved while you were working
# $name: who; $offers: their list
catalogue-conflict-text = { $name } has pinned: { $offers }. Your list below is not lost. Save again to put yours in place of theirs, or take theirs.
catalogue-take-theirs = Take theirs
catalogue-not-saved = Your pinned offers were not saved
# $offer: its name; $slot: its new place; $total: places filled
catalogue-moved = { $offer } is now at place { $slot } of { $total }.
catalogue-added = { $offer } is pinned at place { $slot }.
catalogue-removed = { $offer } is no longer pinned.
done-pins-saved = Your pinned offers are saved.
err-catalog-max = You can pin at most { $max } offers. Remove one first.
err-catalog-not-sold = One of these offers is not in this month’s price list.
err-catalog-add-on = Add-ons cannot be pinned; they are bought with the subscription they belong to.
err-catalog-unreadable = The list of offers could not be read. Load the page again.
