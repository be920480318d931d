# The reconciliation files on a page.

err-pdf-font = Le PDF ne peut pas être créé : il manque au serveur une police de caractères chinois. Adressez-vous à l’exploitant de ce portail ; la page de la facture peut être imprimée en attendant.

files-title = Fichiers de rapprochement
files-of = Fichiers de rapprochement de { $number }
files-text = Tous les frais de la période de facturation, ligne par ligne : pour vérifier la facture et facturer vos clients.
files-download = Télécharger
files-license = Fichier basé sur les licences
files-usage = Fichier basé sur l’utilisation
files-utf8 = CSV (UTF-8)
files-gb18030 = CSV (GB 18030)
files-excel = Excel
files-license-utf8 = CSV (UTF-8), fichier basé sur les licences
files-license-gb18030 = CSV (GB 18030), fichier basé sur les licences
files-license-excel = Excel, fichier basé sur les licences
files-usage-utf8 = CSV (UTF-8), fichier basé sur l’utilisation
files-usage-gb18030 = CSV (GB 18030), fichier basé sur l’utilisation
files-usage-excel = Excel, fichier basé sur l’utilisation
files-check = Fichiers et facture
files-in-files = Somme des fichiers
files-on-invoice = Sur la facture
files-agrees = Identique
files-differs = Différent
files-rows = Lignes
files-filter = Filtrer les lignes
files-charge-type = Type de frais
files-none = Aucune ligne
files-none-text = Aucune ligne de ce fichier ne répond à votre filtre.
files-resource = Ressource
files-overage = Quantité facturée
files-list-price = Prix de liste
files-pages = Pages de lignes
files-showing = { $shown ->
    [one] { $shown } ligne affichée
   *[other] { $shown } lignes affichées
}
files-first-rows = Premières lignes

## How to read the files

files-help = Comment lire les fichiers
files-help-license = Le fichier basé sur les licences
files-help-license-text = Une ligne par frais d’un abonnement basé sur les licences. Syndication_Partner_Subscription_Number est l’ID d’abonnement affiché dans l’Espace partenaires et la clé du rapprochement ; SubscriptionID et OrderID appartiennent à la plateforme de facturation. DurableOfferID est l’ID de l’offre dans la liste de prix ; OfferID ne l’est pas.
files-help-license-sums = UnitPrice est le prix d’un siège pour un mois entier. Amount est calculé au prorata des jours de ChargeStartDate à ChargeEndDate. Subtotal est Amount moins TotalOtherDiscount, et TotalForCustomer est Subtotal plus Tax.
files-help-usage = Le fichier basé sur l’utilisation
files-help-usage-text = Une ligne par ressource et tarif utilisés par un abonnement pendant la période de facturation, facturés à terme échu. OverageQuantity est ConsumedQuantity moins IncludedQuantity ; PretaxCharges est ListPrice multiplié par OverageQuantity ; PostTaxTotal est PretaxCharges plus TaxAmount. DetailLineItemId distingue les tarifs d’une même ressource. Une ligne OFFSET_LINEITEM reprend la quantité et le prix de la ligne remboursée ; ses montants sont ce qui est remboursé. Le fichier n’existe que s’il y a eu utilisation ou remboursement d’une utilisation.
files-help-charges = Types de frais et facture
files-help-charges-text = Filtrez sur ChargeType et additionnez : chaque section de la facture est une somme de lignes. La taxe des lignes remboursées fait partie du remboursement, non de la section des taxes.
files-help-in-file = Dans le fichier
files-help-partner = Lignes par revendeur
files-help-partner-text = MPNID est le vôtre. Si vous vendez par des revendeurs, ResellerMPNID est celui du revendeur de l’abonnement ; le vôtre si vous avez vendu vous-même ou si le revendeur n’a pas d’ID MPN ; et −1 si le revendeur a été retiré. Si vous vendez directement, la colonne est vide.
files-help-one-time = Frais uniques
files-help-one-time-text = Rien de ce qui se paie une seule fois n’est vendu ici ; il n’y a donc pas de troisième fichier.
files-help-open = Si les caractères chinois s’affichent mal dans un ancien programme, prenez le fichier en GB 18030. Une cellule qu’un tableur calculerait commence par une apostrophe.
