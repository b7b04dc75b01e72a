// Generated from openapi.json by `npm run generate`; not edited by hand.
import type { Fen } from './fen';

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts that the caller may see. People are found by whole values; part of a name finds
         *     beside `employer_id`.
         */
        get: operations["list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the accounts that the filters select. */
        get: operations["total_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account. Opening a person's page is audited. */
        get: operations["show_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a member's 缴存证明. */
        post: operations["issue_contribution_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/change-mobile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the mobile of an account's member, at the counter. The member's sessions end, and both
         *     numbers are told.
         */
        post: operations["change_member_mobile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an account apart from its money, the latest first. */
        get: operations["list_account_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/changes/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of an account apart from its money, as an `.xlsx` file. Audited. */
        get: operations["export_account_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of an account, the latest first. */
        get: operations["list_account_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/entries/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of an account that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_account_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/entries/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the entries of an account that the filters select. */
        get: operations["total_account_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/mobile-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes of the mobile of an account's member, the latest first. */
        get: operations["list_mobile_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of an account that money came in for, the latest first. */
        get: operations["list_account_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/months/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of an account that money came in for, as an `.xlsx` file. Audited. */
        get: operations["export_account_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/owed-months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months that an account's employers owe as of today, the earliest first. */
        get: operations["list_owed_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/owed-months/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months that an account's employers owe, as an `.xlsx` file. Audited. */
        get: operations["export_owed_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues a member's 入账回单 for an entry that brought money. */
        post: operations["issue_entry_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of an account, to be printed for the member. Audited: the name is whole. */
        get: operations["print_account_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an account, the latest first. What the caller may not read elsewhere isn't there. */
        get: operations["list_account_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/timeline/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an account, as an `.xlsx` file. Audited. */
        get: operations["export_account_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{no}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows the data of the member behind an account whole. It takes no key: each look is one of its own,
         *     and stands in the trail with its reason.
         */
        post: operations["unmask_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every action with its words. They are the program's own: the same for everyone who signed in. */
        get: operations["list_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends what an agent does for an employer. With its last employer the agent ends, and its sessions at
         *     once.
         */
        post: operations["end_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allocates money that waits to remittances, and posts them. */
        post: operations["allocate_suspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approval-flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How businesses are approved: now, before and from days to come. */
        get: operations["list_approval_flows"];
        put?: never;
        /**
         * Sets how a business is approved from a day on. What was asked before goes its way by the flow it
         *     began with. It may need approval itself.
         */
        post: operations["set_approval_flow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approval-flows/businesses.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each business is approved, as an `.xlsx` file. Audited. */
        get: operations["export_approval_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests that the caller may see, the latest first; `waits_for_me=true` is the inbox. */
        get: operations["list_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves the steps that several requests stand at, each by itself: what one of them is refused
         *     doesn't hold up the others.
         */
        post: operations["approve_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request, with who decided what and who may decide now. */
        get: operations["show_approval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves the step that a request stands at; after the last what was asked is done at once. */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a request back to who asked it, with the reason: it ends. */
        post: operations["give_back_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes one's own request back, as long as it waits. */
        post: operations["withdraw_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrears": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employers that owe a month, as of today. */
        get: operations["list_arrears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrears/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employers that owe a month and that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_arrears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrears/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the employers that the filters select. */
        get: operations["total_arrears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The arrivals of the centre, the latest first. */
        get: operations["list_arrivals"];
        put?: never;
        /**
         * Records an arrival and posts the remittance it pays to the fen; else the money waits in suspense
         *     and says why.
         */
        post: operations["record_arrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrivals/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The arrivals that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_arrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrivals/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the arrivals that the filters select. */
        get: operations["total_arrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/arrivals/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the bank took a wire back; what was posted of it is to be recovered. */
        post: operations["take_back_arrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, the latest first. `day.from` and `day.to` are calendar days in China. */
        get: operations["list_audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-events/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail that the filters select, as an `.xlsx` file: what the list shows, and what
         *     unfolds beneath. Audited.
         */
        get: operations["export_audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trial balance of a month. */
        get: operations["show_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The trial balance of a month as an `.xlsx` file, with the accounts that held or moved anything.
         *     Audited.
         */
        get: operations["export_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's accounts at banks, in the order of the books. */
        get: operations["list_bank_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's branches, by code. */
        get: operations["list_branches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/branches/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's branches as an `.xlsx` file. Audited. */
        get: operations["export_branches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business days, the latest first. */
        get: operations["list_business_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business-days/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 日终: has every voucher of the day sealed, the day closed and the next working day opened. The job
         *     goes on when nobody watches, and after a stop of the server at the step where it was.
         */
        post: operations["close_business_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business-days/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business days that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_business_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business-days/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a business day: the first, or one after a close that opened none. */
        post: operations["open_business_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/centre": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre that people sign in to here. */
        get: operations["centre"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/centre/signing-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key of the signatures that exports carry in the header `X-Signature-SM2`. */
        get: operations["signing_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers that the caller may see, the latest first. A whole `code` finds its paper. */
        get: operations["list_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_certificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper as a PDF file: the same whenever it is asked for. Audited: names are whole. */
        get: operations["print_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Voids a paper: the centre no longer stands by it. */
        post: operations["void_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every closed set of codes by its name. They are the program's own: the same for everyone who
         *     signed in.
         */
        get: operations["list_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every delegation, the latest first. */
        get: operations["list_delegations"];
        put?: never;
        /** Names who decides instead of somebody who is away. */
        post: operations["set_delegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the caller may name as a deputy, and for whom. */
        get: operations["list_deputies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every delegation, as an `.xlsx` file. Audited. */
        get: operations["export_delegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a delegation before its time. */
        post: operations["end_delegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's departments, by code. */
        get: operations["list_departments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's departments as an `.xlsx` file. Audited. */
        get: operations["export_departments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employers that the caller may see. */
        get: operations["list_employers"];
        put?: never;
        /** Registers an employer. */
        post: operations["register_employer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employers that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_employers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the employers that the filters select. */
        get: operations["total_employers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One employer. */
        get: operations["show_employer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents of an employer, those that act or are awaited first; at most 100. */
        get: operations["list_agents"];
        put?: never;
        /**
         * Invites somebody to act for an employer in its hall, for seven days; again, with another code, who
         *     hasn't come yet.
         */
        post: operations["invite_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed of an employer since it was registered, the latest first. */
        get: operations["list_employer_changes"];
        put?: never;
        /** Changes what an employer registered. It may need approval. */
        post: operations["change_employer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/changes/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed of an employer since it was registered, as an `.xlsx` file. Audited. */
        get: operations["export_employer_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of an employer, the latest first. */
        get: operations["list_employer_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/months/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of an employer as an `.xlsx` file. Audited. */
        get: operations["export_employer_months"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/next-roster.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The employer's contributing members as the roster of the month that comes next, in the
         *     template's shape, as an `.xlsx` file. Names and numbers are whole; it is audited.
         */
        get: operations["export_next_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who pays, paid or will pay for an employer, the latest first. */
        get: operations["list_employer_payers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/payers/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who pays for an employer, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_employer_payers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads a stored file as the employer's roster and keeps its preview. With `Accept:
         *     text/event-stream` it answers at once and tells by events how far it has come: `progress` with
         *     `rows` and `rows_expected`, at last `done` with what it answers otherwise, or `problem`. It goes
         *     on when nobody listens any more; the same under the same key then answers what came of it.
         */
        post: operations["upload_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an employer, the latest first. What the caller may not read elsewhere isn't there. */
        get: operations["list_employer_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/employers/{id}/timeline/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an employer, as an `.xlsx` file. Audited. */
        get: operations["export_employer_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a file, at most 32 MiB. It takes no idempotency key: the same bytes are the same file. */
        post: operations["store_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/agent/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the code of a sign-in to an agent's mobile, once its password is right. */
        post: operations["send_agent_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/agent/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts an invitation to act for an employer. */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/agent/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins an agent's session and sets its cookie. */
        post: operations["sign_in_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/certificates/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a paper by its code: whether it was issued with these figures, and still stands. */
        post: operations["verify_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employers that the agent acts for. */
        get: operations["list_hall_employers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer. */
        get: operations["show_hall_employer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agents of the employer that act or are awaited; for its 主办. */
        get: operations["list_hall_agents"];
        put?: never;
        /** Invites somebody to act for the employer; the code is sent to the mobile number. */
        post: operations["invite_hall_agent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends what an agent does for the employer; the last 主办 stays. */
        delete: operations["end_hall_agent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/certificates/{certificate_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A 汇缴收据 of the employer as a PDF file. Another's is none. */
        get: operations["print_hall_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a file of the employer's, at most 32 MiB. It takes no idempotency key: the same bytes are the
         *     same file.
         */
        post: operations["store_hall_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer's remittances, newest first. */
        get: operations["list_hall_remittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/remittances/{remittance_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One remittance: what to pay, where, by which code, and what has come. */
        get: operations["show_hall_remittance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/remittances/{remittance_id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues the 汇缴收据 of a posted remittance of the employer. */
        post: operations["issue_hall_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/roster-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The employer's contributing members as the roster of the month that comes next, in the template's
         *     shape, as an `.xlsx` file. Names and numbers are whole; it is audited.
         */
        get: operations["export_hall_next_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/roster-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty roster as an `.xlsx` file. */
        get: operations["hall_roster_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer's rosters, newest first. */
        get: operations["list_hall_rosters"];
        put?: never;
        /**
         * Reads a stored file of the employer's as its roster and keeps the preview. With `Accept:
         *     text/event-stream` it tells by events how far it has come, as an upload by staff does.
         */
        post: operations["upload_hall_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One roster. */
        get: operations["show_hall_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens and adjusts the accounts of a roster and assesses its remittance. */
        post: operations["confirm_hall_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a roster up: its rows' personal data are deleted; the uploaded file stays, sealed. */
        post: operations["discard_hall_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}/faulty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A roster's rows as they were written, with a column of what is wrong with them, as an `.xlsx` file to
         *     be corrected and uploaded again. Names and numbers are whole; it is audited.
         */
        get: operations["export_hall_roster_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a roster. Of people who work elsewhere they tell no more than that they do. */
        get: operations["list_hall_roster_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/employers/{employer_id}/rosters/{roster_id}/missing-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer's contributing members who don't stand in the roster, by account number. */
        get: operations["list_hall_missing_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's own account. Not in the trail. */
        get: operations["show_own_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's own papers, the latest first. */
        get: operations["list_own_certificates"];
        put?: never;
        /** Issues the member's own 缴存证明. */
        post: operations["issue_own_certificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/certificates/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper of the member as a PDF file. Somebody else's is none. */
        get: operations["print_own_certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a code to the mobile, if ID number, name and mobile are one member's. The answer is the same
         *     whether they are or not.
         */
        post: operations["ask_member_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of the member's own account, the latest first. Not in the trail. */
        get: operations["list_own_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues an 入账回单 of an entry of the member's own account. */
        post: operations["issue_own_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a member's session and sets its cookie. */
        post: operations["enter_member_hall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/member/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was contributed for the member, year by year. Not in the trail. */
        get: operations["list_own_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hall/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came in by a hall, and until when. */
        get: operations["hall_session"];
        put?: never;
        post?: never;
        /** Ends the session and takes its cookie away. */
        delete: operations["leave_hall"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers when the database does; 503 while it can't be reached. */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of the first page. */
        get: operations["show_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs of the centre, the latest first. */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The jobs that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One job. Who asked for it sees it as well as those who see all. With `Accept: text/event-stream` it
         *     is told by events as it goes on: `progress` with it again and again, `done` with it when it has
         *     ended or after some twenty seconds, when whoever watches asks again.
         */
        get: operations["show_job"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a dead job up: what it was to do isn't done. */
        post: operations["cancel_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a dead job tried again, at the step that it died at. */
        post: operations["retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of accounts, each right before its sub-accounts. */
        get: operations["list_ledger_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger-accounts/{code}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of an account and of all below it in a month, with the running balance. */
        get: operations["list_ledger_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger-accounts/{code}/lines/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of an account and of all below it in a month, as an `.xlsx` file with the balances
         *     over the month at its head. Audited.
         */
        get: operations["export_ledger_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The committee's meetings, the latest held first. */
        get: operations["list_meetings"];
        put?: never;
        /** Records a meeting. */
        post: operations["record_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings that the filters select, as an `.xlsx` file. Audited. */
        get: operations["export_meetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One meeting. */
        get: operations["show_meeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what a meeting resolved. */
        post: operations["record_resolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payers, the latest first. */
        get: operations["list_payers"];
        put?: never;
        /** Registers a payer with the employers it pays for. */
        post: operations["register_payer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payers that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_payers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the payers that the filters select: how many employers they pay for today. */
        get: operations["total_payers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payer. */
        get: operations["show_payer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/{id}/arrangements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For whom a payer pays, paid or will pay, the latest first. */
        get: operations["list_arrangements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/{id}/arrangements/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For whom a payer pays, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_arrangements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes what employers a payer pays for: ends first, then what is added. */
        post: operations["change_payer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payers/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a payer, and what of its arrangements still stands. */
        post: operations["end_payer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounting months of a book, the latest first. */
        get: operations["list_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/periods/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounting months of a book as an `.xlsx` file. Audited. */
        get: operations["export_periods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/periods/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 月末结账: all its vouchers are numbered, and none can join them. */
        post: operations["close_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy parameters as they stand now, with their history. */
        get: operations["list_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy-versions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws a version that isn't in force yet. It stays in the history. It may need approval. */
        post: operations["withdraw_policy_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy parameters as they stand now, as an `.xlsx` file. Audited. */
        get: operations["export_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy parameter with its history. */
        get: operations["show_policy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a new version of a parameter. What was decided before keeps the version it was decided
         *     by. It may need approval.
         */
        post: operations["change_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policy/{key}/versions.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a policy parameter as an `.xlsx` file. Audited. */
        get: operations["export_policy_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recoveries, the latest first. */
        get: operations["list_recoveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The recoveries that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_recoveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the recoveries that the filters select. */
        get: operations["total_recoveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recoveries/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uses money that waits for what is to come back. */
        post: operations["recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The remittances that the caller may see, newest first. */
        get: operations["list_remittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The remittances that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_remittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the remittances that the filters select. */
        get: operations["total_remittances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One remittance. */
        get: operations["show_remittance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives up a remittance that isn't paid; its month may be assessed anew. */
        post: operations["cancel_remittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a remittance, by account. */
        get: operations["list_remittance_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/lines/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a remittance, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_remittance_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/lines/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the lines of a remittance that the filters select. */
        get: operations["total_remittance_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issues an employer's 汇缴收据 for a posted remittance. */
        post: operations["issue_remittance_receipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a reversal would do: from how many members it takes the whole, and what others lack. */
        get: operations["preview_reversal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remittances/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a posted remittance back from every account; its money waits in suspense, and what accounts
         *     lack becomes receivable from their members. It may need approval.
         */
        post: operations["reverse_remittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The committee's resolutions, the latest recorded first; `citable` are those adopted that stand. */
        get: operations["list_resolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The resolutions that the filters select, as an `.xlsx` file. Audited. */
        get: operations["export_resolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One resolution. */
        get: operations["show_resolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolutions/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Voids a resolution that nothing cites. It stays, noted as voided. */
        post: operations["void_resolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's roles, by code, each with its actions and who has it. */
        get: operations["list_roles"];
        put?: never;
        /** Adds a role. It may need approval. */
        post: operations["add_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/grants.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each action is given by, as an `.xlsx` file. Audited. */
        get: operations["export_role_grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The centre's roles as an `.xlsx` file. Audited. */
        get: operations["export_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rosters that the caller may see, newest first. */
        get: operations["list_rosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rosters that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_rosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The empty roster as an `.xlsx` file. */
        get: operations["roster_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the rosters that the filters select. */
        get: operations["total_rosters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One roster. */
        get: operations["show_roster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens and adjusts the accounts of a roster and assesses its remittance. */
        post: operations["confirm_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a roster up: its rows' personal data are deleted; the uploaded file stays, sealed. */
        post: operations["discard_roster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/findings.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A roster's rows as they were written, with a column of what is wrong with them, as an `.xlsx`
         *     file. Names and numbers are whole; it is audited.
         */
        get: operations["export_roster_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a roster. */
        get: operations["list_roster_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/lines.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of a roster without faults in the template's shape, as an `.xlsx` file. Names and
         *     numbers are whole; it is audited.
         */
        get: operations["export_roster_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/lines/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of a roster that the filters select, masked as the list shows them, as an `.xlsx` file
         *     that doesn't import back. Audited.
         */
        get: operations["export_roster_line_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/lines/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the lines of a roster that the filters select. */
        get: operations["total_roster_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/missing-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer's contributing members who don't stand in the roster, by account number. */
        get: operations["list_missing_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/missing-members/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The employer's contributing members who don't stand in the roster, as an `.xlsx` file. Audited. */
        get: operations["export_missing_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/missing-members/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the members who don't stand in the roster. */
        get: operations["total_missing_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rosters/{id}/transfer-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a case for everyone of a roster whom another employer still has. */
        post: operations["open_transfer_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sealings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Seals accounts, all or none. */
        post: operations["seal_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: operations["session"];
        put?: never;
        /**
         * Begins a session and sets its cookie. Where `gate` says so, the session may do nothing before that
         *     is done.
         */
        post: operations["sign_in"];
        /** Ends the session and takes its cookie away. */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes one's own password and ends one's other sessions. */
        post: operations["change_own_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the second factor. The session goes on under a new cookie. */
        post: operations["give_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms the secret with a code of it. The session goes on under a new cookie, one's other sessions
         *     end.
         */
        post: operations["confirm_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes one's recovery codes anew, behind a code of the app; those that are left are good no more. */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to set up one's second factor, behind the password: a secret, which counts once a code of it
         *     is typed.
         */
        post: operations["begin_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the one who asks signs in. */
        get: operations["own_sign_ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one of one's own sessions. */
        delete: operations["end_own_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works or worked for the centre, by sign-in name. */
        get: operations["list_staff"];
        put?: never;
        /** Hires a staff member, who has no role until another administrator gives one. */
        post: operations["hire_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The staff that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One staff member. */
        get: operations["show_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a staff member where this says, with exactly these roles. It holds from their next request
         *     on. It may need approval.
         */
        post: operations["change_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends every session of a staff member. */
        post: operations["end_staff_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notes that a staff member has left: their sessions end at once and they sign in no more. */
        post: operations["leave_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a staff member a new password and ends their sessions. */
        post: operations["reset_staff_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a staff member's second factor away and ends their sessions. */
        post: operations["reset_staff_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a staff member signs in. */
        get: operations["show_staff_sign_ins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts the lock-out of a staff member. */
        post: operations["unlock_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the system is: what moves by itself, who serves, and how available it was. */
        get: operations["show_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money that waits or waited, the latest first. */
        get: operations["list_suspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of suspense that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_suspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the suspense that the filters select. */
        get: operations["total_suspense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The remittances that an item may be meant for, the likelier first: those of the employers that the
         *     payer pays for, as many as one allocation may fill, and at most 50 others.
         */
        get: operations["list_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What left an item of suspense, in order. */
        get: operations["list_suspense_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/{id}/movements/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What left an item of suspense, as an `.xlsx` file. Audited. */
        get: operations["export_suspense_movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suspense/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns money that waits to its payer. It may need approval. */
        post: operations["return_suspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cases that the caller may see, newest first. Staff of a branch see those that concern an
         *     employer of theirs, and may not ask for one employer's.
         */
        get: operations["list_transfer_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_transfer_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case. */
        get: operations["show_transfer_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a case because the person still works with the old employer. */
        post: operations["decline_transfer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/{id}/force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Seals the account of a case whose term is over, on proof; not by who opened the case. */
        post: operations["force_transfer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the notice to the old employer says beyond the case. Audited: the name is whole. */
        get: operations["print_transfer_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transfer-cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a case because the new employer gives it up. */
        post: operations["withdraw_transfer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vouchers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vouchers that a search finds, the latest date first. */
        get: operations["list_vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vouchers/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vouchers that the filters select, as an `.xlsx` file: what the list shows. Audited. */
        get: operations["export_vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vouchers/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合计 over the vouchers that the filters select. */
        get: operations["total_vouchers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vouchers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One voucher with its lines. */
        get: operations["show_voucher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description 个人账户. What is personal is masked. */
        Account: components["schemas"]["AccountSummary"] & {
            /** @description 证件类型, a code. */
            id_kind: string;
            /**
             * Format: int64
             * @description 上年结转余额.
             */
            carried_fen: Fen;
            /**
             * Format: int64
             * @description 当年归集余额.
             */
            current_fen: Fen;
            /**
             * Format: int64
             * @description 单位缴存比例.
             */
            employer_rate_ppb: number;
            /**
             * Format: int64
             * @description 个人缴存比例.
             */
            member_rate_ppb: number;
            /**
             * Format: int64
             * @description 单位月缴存额.
             */
            employer_monthly_fen: Fen;
            /**
             * Format: int64
             * @description 个人月缴存额.
             */
            member_monthly_fen: Fen;
            /** @description 开户日期. */
            opened_on: components["schemas"]["Day"];
            /** @description 起缴年月: the first month due from the employer. */
            first_month: components["schemas"]["YearMonth"];
            sealed_from?: components["schemas"]["YearMonth"] | null;
            /** @description 手机号码. */
            mobile?: string | null;
            /**
             * Format: int64
             * @description 欠缴月数.
             */
            months_owed: number;
            /**
             * Format: int64
             * @description 连续缴存月数.
             */
            continuous_months: number;
        };
        /** @description 个人账户变更, with what stands after it. */
        AccountChange: {
            /**
             * Format: int64
             * @description Counts from 1 in the account.
             */
            change_no: number;
            kind: components["schemas"]["AccountChangeKindCode"];
            employer_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
            status: components["schemas"]["AccountStatusCode"];
            /** @description 起缴年月. */
            first_month: components["schemas"]["YearMonth"];
            sealed_from?: components["schemas"]["YearMonth"] | null;
            /**
             * Format: int64
             * @description 缴存基数.
             */
            base_fen: Fen;
            /**
             * Format: int64
             * @description 单位缴存比例, in 10⁻⁹.
             */
            employer_rate_ppb: number;
            /**
             * Format: int64
             * @description 个人缴存比例, in 10⁻⁹.
             */
            member_rate_ppb: number;
            /**
             * Format: int64
             * @description 单位月缴存额.
             */
            employer_monthly_fen: Fen;
            /**
             * Format: int64
             * @description 个人月缴存额.
             */
            member_monthly_fen: Fen;
            made_at: components["schemas"]["Moment"];
            /** @description By whom. */
            made_by_name: string;
            roster_id?: components["schemas"]["Id"] | null;
        };
        /**
         * @description opened 开户，taken_over 期初转入，rebased 基数调整，sealed 封存，unsealed 启封，transferred 内部转移
         * @enum {string}
         */
        AccountChangeKindCode: "opened" | "taken_over" | "rebased" | "sealed" | "unsealed" | "transferred";
        /** @description 缴存明细 of a member over a period. The name is whole, the number of the document masked. */
        AccountStatement: {
            account_no: components["schemas"]["Number"];
            name: string;
            id_number: string;
            /** @description 单位名称. */
            employer_name: string;
            /** @description The first day of the period. */
            from: components["schemas"]["Day"];
            /** @description The last day of the period. */
            to: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description 期初余额.
             */
            opening_fen: Fen;
            /**
             * Format: int64
             * @description 发生额合计, signed.
             */
            moved_fen: Fen;
            /**
             * Format: int64
             * @description 期末余额.
             */
            closing_fen: Fen;
            /** @description The earliest first. */
            entries: components["schemas"]["EntryItem"][];
        };
        /**
         * @description normal 正常，sealed 封存，merged 合并销户，transferred_out 外部转出销户，withdrawn 提取销户，frozen 冻结，other 其他
         * @enum {string}
         */
        AccountStatusCode: "normal" | "sealed" | "merged" | "transferred_out" | "withdrawn" | "frozen" | "other";
        /** @description 个人账户 as its list shows it. What is personal is masked. */
        AccountSummary: {
            /** @description 个人账号. */
            account_no: components["schemas"]["Number"];
            name: string;
            id_number: string;
            employer_id: components["schemas"]["Id"];
            employer_name: string;
            status: components["schemas"]["AccountStatusCode"];
            /**
             * Format: int64
             * @description 缴存基数.
             */
            base_fen: Fen;
            /**
             * Format: int64
             * @description 月缴存额, both sides.
             */
            monthly_fen: Fen;
            /**
             * Format: int64
             * @description 账户余额.
             */
            balance_fen: Fen;
            paid_through?: components["schemas"]["YearMonth"] | null;
        };
        /** @description 权限操作. */
        Action: {
            code: string;
            label: string;
            /** @description Whether roles give it; else it follows from other acts or is done at the terminal. */
            by_role: boolean;
            /** @description Whether it can be made to need approval. */
            approvable: boolean;
        };
        /** @description 单位经办人. */
        Agent: {
            name: string;
            /** @description 证件类型, a code. */
            id_kind: string;
            id_number: string;
            /** @description 手机号码. */
            mobile: string;
            /** @description 固定电话号码. */
            phone?: string | null;
        };
        /** @description What changes of 单位经办人. */
        AgentChange: {
            name?: string | null;
            /** @description 证件类型, a code. */
            id_kind?: string | null;
            id_number?: string | null;
            /** @description 手机号码. */
            mobile?: string | null;
            /** @description 固定电话号码. */
            phone?: string | null;
        };
        /** @description For which employer an agent is to act no longer, and why. */
        AgentEnd: {
            employer_id: components["schemas"]["Id"];
            /** @description On one line. */
            reason: string;
        };
        /** @description Who is to act for the employer. */
        AgentInvitation: {
            /** @description Who, unless it is the 经办人 registered with the employer. */
            name?: string | null;
            /** @description The same one's mobile number. */
            mobile?: string | null;
            /** @description 主办: whether it invites and ends the employer's others. */
            is_lead: boolean;
            /** @description Whether the code is sent to the mobile number; else it is told to the clerk, once. */
            by_message: boolean;
        };
        /** @description Somebody invited. */
        AgentInvited: {
            agent_id: components["schemas"]["Id"];
            /** @description 邀请码 to be handed over; null where it was sent, and where the same was asked before. */
            invitation_code?: string | null;
        };
        /** @description A mobile number and a password. */
        AgentSecret: {
            mobile: string;
            password: string;
        };
        /** @description 单位经办人, masked. */
        AgentShown: {
            name: string;
            /** @description 证件类型, a code. */
            id_kind: string;
            id_number: string;
            /** @description 手机号码. */
            mobile: string;
            /** @description 固定电话号码. */
            phone?: string | null;
        };
        /** @description A mobile number, a password and the code that was sent. */
        AgentSignIn: {
            mobile: string;
            password: string;
            code: string;
        };
        /**
         * @description invited 待接受，active 有效，ended 已终止
         * @enum {string}
         */
        AgentStatusCode: "invited" | "active" | "ended";
        /** @description The remittances that were filled. */
        Allocation: {
            remittance_ids: components["schemas"]["Id"][];
        };
        /** @description A remittance that awaits money and may be what an item is meant for. */
        AllocationCandidate: {
            remittance_id: components["schemas"]["Id"];
            /** @description 汇缴流水号. */
            serial: string;
            employer_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
            month: components["schemas"]["YearMonth"];
            /**
             * Format: int64
             * @description 汇缴人数.
             */
            people: number;
            /** Format: int64 */
            expected_fen: Fen;
            /** @description 缴款码. */
            payment_code: string;
            /** @description Whether the money is known to be this employer's. */
            is_owner: boolean;
            /** @description Whether the payer was registered as paying for the employer on the wire's day. */
            is_paid_for: boolean;
            /** @description Whether the payer is called as the employer. */
            is_payer: boolean;
            /** @description Whether as much waits as the remittance expects. */
            is_exact: boolean;
        };
        /** @description What an item of suspense may be meant for. */
        AllocationCandidates: {
            /** @description The remittances, the likelier first. */
            items: components["schemas"]["AllocationCandidate"][];
            /** @description Whether the item is exactly what those that the payer pays for come to. */
            is_split: boolean;
            /**
             * @description Whether the payer pays for more remittances than are here: whether the item is all of them
             *     together isn't known then.
             */
            more_paid_for: boolean;
        };
        /** @description A business that can be made to need approval. */
        ApprovableBusiness: {
            /** @description An action's code. */
            business: string;
            label: string;
            /** @description Whether it moves money, so that steps may begin at an amount. */
            by_amount: boolean;
        };
        /** @description 审批 with its steps. */
        Approval: components["schemas"]["ApprovalSummary"] & {
            /** @description Its steps, in order. */
            steps: components["schemas"]["ApprovalStep"][];
            /** @description What the caller may do with it: `approve`, `give_back`, `withdraw`. */
            can: string[];
        };
        /** @description How a request stands now. */
        ApprovalDecided: {
            status: components["schemas"]["ApprovalStatusCode"];
        };
        /** @description 审批流程: how a business is approved from a day on. */
        ApprovalFlow: {
            flow_id: components["schemas"]["Id"];
            /** @description An action's code. */
            business: string;
            /** @description The first day it holds. */
            effective_from: components["schemas"]["Day"];
            /** @description Whether it is the one that holds today. */
            in_force: boolean;
            /** @description 依据. */
            source: string;
            reason: string;
            recorded_at: components["schemas"]["Moment"];
            recorded_by: string;
            /** @description In order; none: no approval. */
            steps: components["schemas"]["ApprovalFlowStep"][];
        };
        /** @description A flow as it is set. */
        ApprovalFlowChange: {
            /** @description An action's code. */
            business: string;
            /** @description The first day it holds, today or later. */
            effective_from: components["schemas"]["Day"];
            /** @description 依据: the document that sets it. */
            source: string;
            reason: string;
            /** @description In order, nine at most; none: no approval from that day on. */
            steps: components["schemas"]["ApprovalFlowStepChange"][];
        };
        /** @description A flow that was set. */
        ApprovalFlowSet: {
            flow_id: components["schemas"]["Id"];
        };
        /** @description A step of a flow. */
        ApprovalFlowStep: {
            /** @description The code of the role that decides it. */
            role: string;
            role_name: string;
            /**
             * Format: int64
             * @description The amount from which it is taken.
             */
            from_fen: Fen;
            /**
             * Format: int64
             * @description Working days for it.
             */
            term_days: number;
        };
        /** @description A step of a flow as it is set. */
        ApprovalFlowStepChange: {
            /** @description The code of the role that decides it. */
            role: string;
            /**
             * Format: int64
             * @description The amount from which it is taken; always, where it is missing.
             */
            from_fen?: Fen | null;
            /**
             * Format: int64
             * @description Working days for it, 1 to 60.
             */
            term_days: number;
        };
        /** @description The businesses that can be made to need approval, and every flow that was set. */
        ApprovalFlows: {
            businesses: components["schemas"]["ApprovableBusiness"][];
            /** @description By business, the latest first. */
            flows: components["schemas"]["ApprovalFlow"][];
        };
        /** @description What is said with an approval. */
        ApprovalNote: {
            note?: string | null;
        };
        /** @description Why a request is given back. */
        ApprovalReturn: {
            note: string;
        };
        /**
         * @description pending 待审批，approved 已批准，done 已办结，refused 未能办理，returned 已退回，withdrawn 已撤回
         * @enum {string}
         */
        ApprovalStatusCode: "pending" | "approved" | "done" | "refused" | "returned" | "withdrawn";
        /** @description 审批环节. */
        ApprovalStep: {
            /** Format: int64 */
            step_no: number;
            /** @description The role that decides it. */
            role_name: string;
            /**
             * Format: int64
             * @description Working days for it.
             */
            term_days: number;
            verdict?: components["schemas"]["ApprovalVerdictCode"] | null;
            decided_at?: components["schemas"]["Moment"] | null;
            /** @description By whom. */
            decided_by?: string | null;
            /** @description Who was away, where that was a deputy. */
            instead_of?: string | null;
            /** @description What was said with it. */
            note?: string | null;
            /** @description Who may decide it now. */
            deciders: string[];
        };
        /** @description 审批: what somebody asks and others approve before it is done. */
        ApprovalSummary: {
            approval_id: components["schemas"]["Id"];
            /** @description 审批流水号. */
            serial: string;
            /** @description The business: an action's code. */
            business: string;
            /** @description What people call it. */
            business_label: string;
            /** @description What kind of thing it is about, as the trail names its subjects. */
            subject_kind: string;
            /** @description Which. */
            subject_id: string;
            branch_id?: components["schemas"]["Id"] | null;
            /** @description 管理部; the centre's where it is missing. */
            branch_name?: string | null;
            /**
             * Format: int64
             * @description How much money it moves.
             */
            amount_fen?: Fen | null;
            /** @description What is asked, in a sentence. */
            summary: string;
            maker_id: components["schemas"]["Id"];
            /** @description 提交人. */
            maker_name: string;
            asked_at: components["schemas"]["Moment"];
            status: components["schemas"]["ApprovalStatusCode"];
            /**
             * Format: int64
             * @description The step that it stands at, from 1.
             */
            step_no: number;
            /** @description The role that decides that step. */
            role_name: string;
            /** @description The day by which that step should be decided. */
            due_on: components["schemas"]["Day"];
            /** @description Whether it is past that day and still waits. */
            overdue: boolean;
            ended_at?: components["schemas"]["Moment"] | null;
            /** @description What came of it. */
            outcome?: string | null;
        };
        /** @description What became of one of several. */
        ApprovalTried: {
            approval_id: components["schemas"]["Id"];
            status?: components["schemas"]["ApprovalStatusCode"] | null;
            /** @description Why it couldn't be. */
            refused?: string | null;
        };
        /**
         * @description approved 同意，returned 退回
         * @enum {string}
         */
        ApprovalVerdictCode: "approved" | "returned";
        /** @description The requests to approve. */
        ApprovalsChosen: {
            approval_ids: components["schemas"]["Id"][];
        };
        /** @description What became of each. */
        ApprovalsDecided: {
            items: components["schemas"]["ApprovalTried"][];
        };
        /** @description An arrangement that is to end. */
        ArrangementEnd: {
            arrangement_id: components["schemas"]["Id"];
            /** @description Its last day; the day before its first when it never was. */
            last_day: components["schemas"]["Day"];
        };
        /** @description 欠缴单位. */
        Arrears: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            /** @description 单位名称. */
            name: string;
            status: components["schemas"]["EmployerStatusCode"];
            /** @description 管理部. */
            branch_name: string;
            /**
             * Format: int64
             * @description 发薪日.
             */
            payday: number;
            paid_through?: components["schemas"]["YearMonth"] | null;
            /** @description 欠缴起始年月. */
            from: components["schemas"]["YearMonth"];
            /** @description The last month that has fallen due. */
            due: components["schemas"]["YearMonth"];
            /**
             * Format: int64
             * @description 欠缴月数.
             */
            months_owed: number;
            /**
             * Format: int64
             * @description How many of them are assessed and await their money.
             */
            awaited_months: number;
            awaited?: components["schemas"]["AwaitedMonth"] | null;
            /**
             * Format: int64
             * @description 缴存人数 now.
             */
            people: number;
            /**
             * Format: int64
             * @description What its contributing accounts come to a month now.
             */
            monthly_fen: Fen;
            /**
             * Format: int64
             * @description 估计欠缴额: the months owed at what a month comes to now.
             */
            estimate_fen: Fen;
            /** @description What the caller may do with it, such as `upload_roster`. */
            can: string[];
        };
        /** @description 到账: a wire that a bank reported, and where its money went. */
        Arrival: {
            arrival_id: components["schemas"]["Id"];
            /** @description 到账流水号. */
            serial: string;
            bank_account_id: components["schemas"]["Id"];
            bank_account_name: string;
            /** @description 银行流水号. */
            bank_serial: string;
            /** Format: int64 */
            amount_fen: Fen;
            /** @description 起息日. */
            value_date: components["schemas"]["Day"];
            /** @description 记账日期. */
            business_date: components["schemas"]["Day"];
            /** @description 付款人. */
            payer_name: string;
            /** @description 付款账号, masked. */
            payer_account: string;
            /** @description 摘要. */
            remark: string;
            /** @description 缴款码. */
            payment_code?: string | null;
            status: components["schemas"]["ArrivalStatusCode"];
            remittance_id?: components["schemas"]["Id"] | null;
            suspense_id?: components["schemas"]["Id"] | null;
            voucher_id?: components["schemas"]["Id"] | null;
            taken_back_on?: components["schemas"]["Day"] | null;
            recovery_id?: components["schemas"]["Id"] | null;
        };
        /** @description What came of an arrival. */
        ArrivalOutcome: {
            arrival_id: components["schemas"]["Id"];
            outcome: components["schemas"]["ArrivalOutcomeCode"];
            remittance_id?: components["schemas"]["Id"] | null;
            suspense_id?: components["schemas"]["Id"] | null;
            reason?: components["schemas"]["Reason"] | null;
            /**
             * Format: int64
             * @description 汇缴人数 of the remittance.
             */
            people?: number | null;
            /**
             * Format: int64
             * @description Members of it whose accounts are still being posted.
             */
            people_left: number;
            voucher_ids: components["schemas"]["Id"][];
        };
        /**
         * @description posted 已入账，suspense 暂收
         * @enum {string}
         */
        ArrivalOutcomeCode: "posted" | "suspense";
        /**
         * @description received 已录入，posted 已入账，suspense 转暂收，settled 已清理
         * @enum {string}
         */
        ArrivalStatusCode: "received" | "posted" | "suspense" | "settled";
        /** @description What the bank's advice says of a wire that it takes back. */
        ArrivalTakeBack: {
            /** @description 银行流水号 of the correction. */
            bank_serial: string;
            /** @description The day the bank did it. */
            value_date: components["schemas"]["Day"];
            reason: string;
        };
        /** @description What came of it. */
        ArrivalTakenBack: {
            voucher_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description What still waited and went back at once.
             */
            from_suspense_fen: Fen;
            recovery_id?: components["schemas"]["Id"] | null;
        };
        /** @description 审计记录: who did what to what, when and from where. */
        AuditEvent: {
            audit_id: components["schemas"]["Id"];
            at: components["schemas"]["Moment"];
            /** @description The actor's label, as `staff:` with an id or `system:` with a job. */
            actor: string;
            /** @description The actor's name then. */
            actor_name: string;
            /** @description 网络地址. */
            address?: string | null;
            /** @description The action's code; `GET /api/actions` has its words. */
            action: string;
            outcome: components["schemas"]["OutcomeCode"];
            /** @description The kind of thing it was about. */
            subject_kind: string;
            /** @description Its id. */
            subject_id: string;
            /** @description Ids and figures of the act, by name. */
            detail: Record<string, never>;
        };
        /** @description A month that is assessed and awaits its money. */
        AwaitedMonth: {
            month: components["schemas"]["YearMonth"];
            remittance_id: components["schemas"]["Id"];
        };
        /** @description A ledger account over a month. */
        BalanceRow: {
            code: string;
            name: string;
            /** @description 科目级别, from 1. */
            level: number;
            /** @description 余额方向. */
            side: components["schemas"]["SideCode"];
            /** @description Whether it has accounts below it, whose figures it sums. */
            is_summary: boolean;
            /**
             * Format: int64
             * @description 期初余额, on the account's side.
             */
            opening_fen: Fen;
            /**
             * Format: int64
             * @description 借方发生额.
             */
            debit_fen: Fen;
            /**
             * Format: int64
             * @description 贷方发生额.
             */
            credit_fen: Fen;
            /**
             * Format: int64
             * @description 期末余额, on the account's side.
             */
            closing_fen: Fen;
        };
        /** @description The sums over all accounts; each pair is equal. */
        BalanceTotals: {
            /** Format: int64 */
            opening_debit_fen: Fen;
            /** Format: int64 */
            opening_credit_fen: Fen;
            /** Format: int64 */
            debit_fen: Fen;
            /** Format: int64 */
            credit_fen: Fen;
            /** Format: int64 */
            closing_debit_fen: Fen;
            /** Format: int64 */
            closing_credit_fen: Fen;
        };
        /** @description 科目余额表 of a month. */
        Balances: {
            month: components["schemas"]["YearMonth"];
            /** @description Each account right before its sub-accounts. */
            rows: components["schemas"]["BalanceRow"][];
            totals: components["schemas"]["BalanceTotals"];
            /**
             * Format: int64
             * @description Vouchers that wait for the bookkeeper; they are in the figures already.
             */
            tail_vouchers: number;
        };
        /** @description 银行专户. */
        BankAccount: {
            bank_account_id: components["schemas"]["Id"];
            bank_code: string;
            bank_name: string;
            account_number: string;
            name: string;
            nature: components["schemas"]["BankAccountNatureCode"];
            /** @description 科目编号: its own account in the books. */
            ledger_account: string;
            opened_on: components["schemas"]["Day"];
        };
        /**
         * @description fund 住房公积金存款户，surplus 增值收益存款户，entrusted 委托贷款户
         * @enum {string}
         */
        BankAccountNatureCode: "fund" | "surplus" | "entrusted";
        /** @description How far the bookkeeper is in a book. */
        BookStanding: {
            /** @description What people call the book. */
            book_label: string;
            /**
             * Format: int64
             * @description The vouchers posted since it was opened.
             */
            posted: number;
            /**
             * Format: int64
             * @description Those that wait for the bookkeeper.
             */
            waiting: number;
            /**
             * Format: int64
             * @description How long the oldest of them waits.
             */
            age_s: number;
        };
        /** @description 管理部. */
        Branch: {
            branch_id: components["schemas"]["Id"];
            code: string;
            name: string;
        };
        /** @description 营业日. */
        BusinessDay: {
            date: components["schemas"]["Day"];
            status: components["schemas"]["DayStatusCode"];
            opened_at: components["schemas"]["Moment"];
            opened_by: string;
            closed_at?: components["schemas"]["Moment"] | null;
            closed_by?: string | null;
            /**
             * Format: int64
             * @description The vouchers of the day.
             */
            vouchers: number;
            /** @description HMAC-SM3 of the head of the fund's chain at its close, as the close answered it. */
            head?: string | null;
            closing_job_id?: components["schemas"]["Id"] | null;
        };
        /** @description Why a remittance is cancelled. */
        Cancellation: {
            /** @description On one line. */
            reason: string;
        };
        /** @description The centre, as the sign-in page shows it. */
        Centre: {
            /** Format: int64 */
            centre_id: number;
            name: string;
            demo?: components["schemas"]["Demo"] | null;
            hall_demo?: components["schemas"]["HallDemo"] | null;
        };
        /** @description The code of a paper. */
        CertificateCheck: {
            /** @description As it stands on the paper; hyphens and small letters don't matter. */
            code: string;
        };
        /** @description A paper that was issued. */
        CertificateIssued: {
            certificate_id: components["schemas"]["Id"];
            /** @description 核验码, as it stands on the paper. */
            code: string;
        };
        /**
         * @description contribution 缴存证明，remittance_receipt 汇缴收据，entry_receipt 入账回单
         * @enum {string}
         */
        CertificateKindCode: "contribution" | "remittance_receipt" | "entry_receipt";
        /**
         * @description standing 有效，void 已作废
         * @enum {string}
         */
        CertificateStatusCode: "standing" | "void";
        /** @description 证明或回单 as its list shows it. What is personal is masked. */
        CertificateSummary: {
            certificate_id: components["schemas"]["Id"];
            kind: components["schemas"]["CertificateKindCode"];
            status: components["schemas"]["CertificateStatusCode"];
            /** @description What tells it from others of its kind, such as `2026-10 汇缴收据`. */
            title: string;
            /** @description Whose it is, masked; an employer's name is not. */
            holder: string;
            remittance_id?: components["schemas"]["Id"] | null;
            account_no?: components["schemas"]["Number"] | null;
            issued_at: components["schemas"]["Moment"];
            issued_by: string;
            voided_at?: components["schemas"]["Moment"] | null;
            voided_by?: string | null;
            /** @description Why it was voided. */
            void_reason?: string | null;
            /** @description What the caller may do with it: `print`, `void`. */
            can: string[];
        };
        /** @description Why a paper is voided. It stays with the centre: who checks the paper is told the day alone. */
        CertificateVoiding: {
            /** @description On one line. */
            reason: string;
        };
        /** @description What a paper says, and whether it still stands. Nothing of it identifies a person whole. */
        CheckedCertificate: {
            kind: components["schemas"]["CertificateKindCode"];
            kind_label: string;
            /** @description Who issued it. */
            centre_name: string;
            issued_at: components["schemas"]["Moment"];
            /** @description Whose it is: a member's name masked, an employer's whole. */
            holder_masked: string;
            /** @description The member's document, masked; null for an employer's paper. */
            id_number_masked?: string | null;
            /** @description What the paper says under its labels. */
            facts: components["schemas"]["CheckedFact"][];
            /** @description Whether it still stands. */
            is_valid: boolean;
            /** @description Why it doesn't. */
            void_reason?: string | null;
        };
        /** @description A line of a paper. */
        CheckedFact: {
            label: string;
            value: string;
        };
        /** @description Which day is closed: the one that the page shows, so that nobody closes the next by mistake. */
        CloseDay: {
            date: components["schemas"]["Day"];
        };
        /** @description A code and its word. */
        Code: {
            code: string;
            label: string;
        };
        /** @description That a code is on its way, if what was said is so. */
        CodeSent: {
            /**
             * Format: int64
             * @description After how many seconds another may be asked for.
             */
            resend_after_s: number;
            /** @description The code itself, in a demo; null where real people work. */
            demo_code?: string | null;
        };
        /**
         * @description own_branch 本管理部，centre 全中心
         * @enum {string}
         */
        DataScopeCode: "own_branch" | "centre";
        /** Format: date */
        Day: string;
        /** @description An opened business day. */
        DayOpened: {
            date: components["schemas"]["Day"];
        };
        /** @description A business day to be opened. */
        DayOpening: {
            date: components["schemas"]["Day"];
        };
        /**
         * @description open 营业中，closed 已日终
         * @enum {string}
         */
        DayStatusCode: "open" | "closed";
        /** @description A member whose account fell short. What is personal is masked. */
        Debtor: {
            account_no: components["schemas"]["Number"];
            name: string;
        };
        /** @description 代办: who decides instead of whom. */
        Delegation: {
            delegation_id: components["schemas"]["Id"];
            from_staff: components["schemas"]["Id"];
            /** @description Who is away. */
            from_name: string;
            to_staff: components["schemas"]["Id"];
            /** @description Who decides instead. */
            to_name: string;
            first_day: components["schemas"]["Day"];
            last_day: components["schemas"]["Day"];
            reason: string;
            ended_at?: components["schemas"]["Moment"] | null;
            state: components["schemas"]["DelegationStateCode"];
        };
        /** @description A deputy as somebody names one. */
        DelegationChange: {
            /** @description Who is away: oneself, or anybody where the caller may set it for the centre. */
            from_staff: components["schemas"]["Id"];
            /** @description Who decides instead. */
            to_staff: components["schemas"]["Id"];
            /** @description Today or later. */
            first_day: components["schemas"]["Day"];
            last_day: components["schemas"]["Day"];
            reason: string;
        };
        /** @description A delegation that was set. */
        DelegationSet: {
            delegation_id: components["schemas"]["Id"];
        };
        /**
         * @description upcoming 未开始，in_force 代办中，over 已结束，ended 已终止
         * @enum {string}
         */
        DelegationStateCode: "upcoming" | "in_force" | "over" | "ended";
        /** @description What the first page of a demo shows. */
        Demo: {
            sign_ins: components["schemas"]["DemoSignIn"][];
        };
        /** @description An agent who can come in to a demo. */
        DemoAgent: {
            mobile: string;
            password: string;
            /** @description The names of the employers that it acts for. */
            employer_name: string;
        };
        /** @description A member who can come in to a demo. */
        DemoMember: {
            name: string;
            id_number: string;
            mobile: string;
        };
        /** @description Someone who can sign in to a demo. */
        DemoSignIn: {
            name: string;
            password: string;
            role: string;
        };
        /** @description 科室. */
        Department: {
            department_id: components["schemas"]["Id"];
            code: string;
            name: string;
        };
        /** @description Whom the caller may name as a deputy, and for whom. */
        Deputies: {
            /** @description Whether for anybody, beside oneself. */
            for_anybody: boolean;
            /** @description Everyone who works here. */
            staff: components["schemas"]["Deputy"][];
        };
        /** @description Somebody who may be named as a deputy. */
        Deputy: {
            staff_id: components["schemas"]["Id"];
            name: string;
            /** @description 管理部; missing for who works for the whole centre. */
            branch_name?: string | null;
        };
        /** @description 缴存单位. What is personal is masked. */
        Employer: components["schemas"]["EmployerSummary"] & {
            /** @description 单位地址. */
            address: string;
            /** @description 单位邮编. */
            postcode?: string | null;
            /** @description 单位电子信箱. */
            email?: string | null;
            /**
             * Format: int64
             * @description 单位发薪日, 1 to 31.
             */
            payday: number;
            /** @description 单位隶属关系, a code. */
            affiliation: string;
            /** @description 单位经济类型, a code. */
            economic_type: string;
            /** @description 单位所属行业, a code. */
            industry: string;
            /** @description 单位设立日期. */
            established_on: components["schemas"]["Day"];
            /** @description 单位开户日期. */
            opened_on: components["schemas"]["Day"];
            /** @description 起缴年月. */
            first_month: components["schemas"]["YearMonth"];
            branch_id: components["schemas"]["Id"];
            /** @description 受托银行, a code. */
            bank_code: string;
            /**
             * Format: int64
             * @description 单位缴存比例.
             */
            employer_rate_ppb: number;
            /**
             * Format: int64
             * @description 个人缴存比例.
             */
            member_rate_ppb: number;
            /** @description 单位法人代表. */
            legal_person: components["schemas"]["LegalPersonShown"];
            /** @description 经办人. */
            agent: components["schemas"]["AgentShown"];
            /**
             * Format: int64
             * @description How often what was registered has been changed: what a change is to name as `seen`.
             */
            change_count: number;
            /** @description The month that its next roster is for. */
            next_month: components["schemas"]["YearMonth"];
            next_month_refused?: components["schemas"]["Problem"] | null;
        };
        /** @description 经办人 of an employer. What is personal is masked. */
        EmployerAgent: {
            agent_id: components["schemas"]["Id"];
            name: string;
            mobile: string;
            /** @description 主办: whether it invites and ends the employer's others. */
            is_lead: boolean;
            status: components["schemas"]["AgentStatusCode"];
            invited_at: components["schemas"]["Moment"];
            invited_by: string;
            acceptable_until?: components["schemas"]["Moment"] | null;
            accepted_at?: components["schemas"]["Moment"] | null;
            ended_at?: components["schemas"]["Moment"] | null;
            ended_reason?: string | null;
            /** @description What the caller may do with it: `end`. */
            can: string[];
        };
        /** @description 单位信息变更: what is left out stays; an empty text empties a field that may be empty. */
        EmployerChange: {
            /**
             * Format: int64
             * @description The `change_count` of the employer as it was seen: a change in between is a conflict.
             */
            seen: number;
            /** @description 变更依据: the document, or why. */
            basis: string;
            /** @description 单位名称. */
            name?: string | null;
            /** @description 统一社会信用代码. */
            credit_code?: string | null;
            /** @description 单位地址. */
            address?: string | null;
            /** @description 单位邮编. */
            postcode?: string | null;
            /** @description 单位电子信箱. */
            email?: string | null;
            /**
             * Format: int64
             * @description 单位发薪日.
             */
            payday?: number | null;
            /** @description 单位隶属关系, a code. */
            affiliation?: string | null;
            /** @description 单位经济类型, a code. */
            economic_type?: string | null;
            /** @description 单位所属行业, a code. */
            industry?: string | null;
            /** @description 受托银行, a code. */
            bank_code?: string | null;
            legal_person?: components["schemas"]["LegalPersonChange"] | null;
            agent?: components["schemas"]["AgentChange"] | null;
        };
        /** @description A change that is done. */
        EmployerChanged: {
            /**
             * Format: int64
             * @description Counts from 1 in the employer.
             */
            change_no: number;
        };
        /** @description A field of an employer that was changed. What is personal is masked. */
        EmployerFieldChange: {
            /**
             * Format: int64
             * @description Counts from 1 in the employer; fields changed at once share it.
             */
            change_no: number;
            field: components["schemas"]["EmployerFieldCode"];
            /** @description What it held, a code by its word; null where it was empty. */
            before?: string | null;
            /** @description What it holds since. */
            after?: string | null;
            /** @description 变更依据. */
            basis: string;
            made_at: components["schemas"]["Moment"];
            /** @description By whom. */
            made_by_name: string;
        };
        /**
         * @description name 单位名称，credit_code 统一社会信用代码，organisation_code 组织机构代码，address 单位地址，postcode 单位邮编，email 单位电子信箱，payday 单位发薪日，affiliation 单位隶属关系，economic_type 单位经济类型，industry 单位所属行业，bank_code 受托银行，legal_person_name 法定代表人姓名，legal_person_id_kind 法定代表人证件类型，legal_person_id_number 法定代表人证件号码，agent_name 经办人姓名，agent_id_kind 经办人证件类型，agent_id_number 经办人证件号码，agent_mobile 经办人手机号码，agent_phone 经办人固定电话
         * @enum {string}
         */
        EmployerFieldCode: "name" | "credit_code" | "organisation_code" | "address" | "postcode" | "email" | "payday" | "affiliation" | "economic_type" | "industry" | "bank_code" | "legal_person_name" | "legal_person_id_kind" | "legal_person_id_number" | "agent_name" | "agent_id_kind" | "agent_id_number" | "agent_mobile" | "agent_phone";
        /** @description A month of an employer: remitted, assessed or owed. */
        EmployerMonth: {
            month: components["schemas"]["YearMonth"];
            status: components["schemas"]["MonthStatusCode"];
            remittance_id?: components["schemas"]["Id"] | null;
            /**
             * Format: int64
             * @description 汇缴人数; of a month owed those who contribute now.
             */
            people: number;
            /**
             * Format: int64
             * @description What it comes to; of a month owed an estimate by what a month comes to now.
             */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description What waits for it already, of a month assessed.
             */
            waiting_fen: Fen;
        };
        /** @description A registered employer. */
        EmployerRegistered: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
        };
        /** @description 单位登记 (JGJ/T 320-2014 table 4.0.2). */
        EmployerRegistration: {
            /** @description 单位名称. */
            name: string;
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description 单位地址. */
            address: string;
            /** @description 单位邮编. */
            postcode?: string | null;
            /** @description 单位电子信箱. */
            email?: string | null;
            /**
             * Format: int64
             * @description 单位发薪日.
             */
            payday: number;
            /** @description 单位隶属关系, a code. */
            affiliation: string;
            /** @description 单位经济类型, a code. */
            economic_type: string;
            /** @description 单位所属行业, a code. */
            industry: string;
            /** @description 单位设立日期. */
            established_on: components["schemas"]["Day"];
            opened_on?: components["schemas"]["Day"] | null;
            /** @description 起缴年月. */
            first_month: components["schemas"]["YearMonth"];
            /** @description 管理部. */
            branch_id: components["schemas"]["Id"];
            /** @description 受托银行, a code. */
            bank_code: string;
            /**
             * Format: int64
             * @description 单位缴存比例.
             */
            employer_rate_ppb: number;
            /**
             * Format: int64
             * @description 个人缴存比例.
             */
            member_rate_ppb: number;
            /** @description 单位法人代表. */
            legal_person: components["schemas"]["LegalPerson"];
            /** @description 经办人. */
            agent: components["schemas"]["Agent"];
        };
        /**
         * @description normal 正常，opened 开户，deferred 缓缴，closed 销户，sealed 封存，other 其他
         * @enum {string}
         */
        EmployerStatusCode: "normal" | "opened" | "deferred" | "closed" | "sealed" | "other";
        /** @description 缴存单位 as its list shows it. */
        EmployerSummary: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            /** @description 单位名称. */
            name: string;
            /** @description 统一社会信用代码. */
            credit_code?: string | null;
            status: components["schemas"]["EmployerStatusCode"];
            /** @description 管理部. */
            branch_name: string;
            /**
             * Format: int64
             * @description 缴存人数.
             */
            people: number;
            /**
             * Format: int64
             * @description 封存人数.
             */
            sealed_people: number;
            paid_through?: components["schemas"]["YearMonth"] | null;
            /**
             * Format: int64
             * @description 欠缴月数.
             */
            months_owed: number;
            /**
             * Format: int64
             * @description 单位账户余额.
             */
            balance_fen: Fen;
            /** @description What the caller may do with it, such as `upload_roster`. */
            can: string[];
        };
        /** @description 个人业务明细 (JGJ/T 320-2014 table 5.0.5): one movement of an account. */
        EntryItem: {
            /**
             * Format: int64
             * @description Counts from 1 in the account.
             */
            entry_no: number;
            /** @description 记账日期. */
            business_date: components["schemas"]["Day"];
            /** @description 起息日. */
            value_date: components["schemas"]["Day"];
            kind: components["schemas"]["EntryKindCode"];
            /** @description The kind in words; a reversal says so. */
            label: string;
            /**
             * Format: int64
             * @description 发生额, signed.
             */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description 上年结转余额 afterwards.
             */
            carried_after_fen: Fen;
            /**
             * Format: int64
             * @description 当年归集余额 afterwards.
             */
            current_after_fen: Fen;
            /**
             * Format: int64
             * @description 账户余额 afterwards.
             */
            balance_after_fen: Fen;
            month?: components["schemas"]["YearMonth"] | null;
            voucher_id: components["schemas"]["Id"];
            /** @description 凭证号; null while the voucher waits for it. */
            voucher_number?: string | null;
            remittance_id?: components["schemas"]["Id"] | null;
            /** @description 业务流水 of that. */
            source?: string | null;
        };
        /**
         * @description remittance 汇缴，back_payment 补缴，opening 开户，unsealing 启封，sealing 封存，internal_transfer 内部转移，transfer_out 外部转出，transfer_in 外部转入，annual_interest 年终结息，base_adjustment 基数调整，partial_withdrawal 部分提取，closing_withdrawal 销户提取，deferral 缓缴处理，freezing 冻结，unfreezing 解冻，taken_over 期初转入，shortfall 错缴垫付，other 其他
         * @enum {string}
         */
        EntryKindCode: "remittance" | "back_payment" | "opening" | "unsealing" | "sealing" | "internal_transfer" | "transfer_out" | "transfer_in" | "annual_interest" | "base_adjustment" | "partial_withdrawal" | "closing_withdrawal" | "deferral" | "freezing" | "unfreezing" | "taken_over" | "shortfall" | "other";
        /**
         * @description registered 单位登记，changed 单位信息变更，payer_arranged 建立代付关系，payer_ended 终止代付关系，opened 开户，taken_over 期初转入，rebased 基数调整，sealed 封存，unsealed 启封，transferred 内部转移，assessed 核定汇缴，waiting 转入暂收，posted 汇缴入账，reversed 冲销汇缴，cancelled 取消核定，entered 入账，taken_back 冲销，transfer_asked 转移催办，transfer_wanted 发起转移催办，transfer_ended 转移催办办结，recovery 追款
         * @enum {string}
         */
        EventKindCode: "registered" | "changed" | "payer_arranged" | "payer_ended" | "opened" | "taken_over" | "rebased" | "sealed" | "unsealed" | "transferred" | "assessed" | "waiting" | "posted" | "reversed" | "cancelled" | "entered" | "taken_back" | "transfer_asked" | "transfer_wanted" | "transfer_ended" | "recovery";
        /** @description Money that filled a remittance. */
        Funding: {
            /** @description The arrival that it is of. */
            arrival_id: components["schemas"]["Id"];
            /** @description 到账流水号 of it. */
            arrival_serial: string;
            suspense_id?: components["schemas"]["Id"] | null;
            /** Format: int64 */
            amount_fen: Fen;
            /** @description 付款人 of the wire. */
            payer_name: string;
            /** @description 到账日期. */
            value_date: components["schemas"]["Day"];
            /** @description What the payer is to the employer. */
            paid_by: components["schemas"]["PaidByCode"];
        };
        /**
         * @description second_factor 输入动态口令，password_change 修改密码，second_factor_enrolment 绑定动态口令
         * @enum {string}
         */
        GateCode: "second_factor" | "password_change" | "second_factor_enrolment";
        /** @description An agent of the employer. What is personal is masked. */
        HallAgent: {
            agent_id: components["schemas"]["Id"];
            name: string;
            mobile_masked: string;
            /** @description 主办: whether it invites and ends the others. */
            is_lead: boolean;
            accepted_at?: components["schemas"]["Moment"] | null;
            /** @description What the caller may do with it: `end`. */
            can: string[];
        };
        /** @description Who is to act for the employer. */
        HallAgentInvitation: {
            name: string;
            mobile: string;
            /** @description 主办: whether it invites and ends others, too. */
            is_lead: boolean;
        };
        /** @description Somebody invited. */
        HallAgentInvited: {
            agent_id: components["schemas"]["Id"];
            /** @description That the code is sent to the mobile number: always. */
            invitation_code_sent: boolean;
        };
        /** @description What the first page of a demo's halls shows. */
        HallDemo: {
            members: components["schemas"]["DemoMember"][];
            agents: components["schemas"]["DemoAgent"][];
        };
        /** @description 缴存单位 as its hall shows it. */
        HallEmployer: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            name: string;
            /** @description 单位账户状态, in words. */
            status_label: string;
            /**
             * Format: int64
             * @description 缴存人数.
             */
            members: number;
            /**
             * Format: int64
             * @description What a month of them comes to now, both sides.
             */
            monthly_fen: Fen;
            /**
             * Format: int64
             * @description 单位缴存比例, in parts per billion.
             */
            employer_rate: number;
            /**
             * Format: int64
             * @description 个人缴存比例, in parts per billion.
             */
            member_rate: number;
            paid_through?: components["schemas"]["YearMonth"] | null;
            /** @description The month that the next roster is for. */
            next_month: components["schemas"]["YearMonth"];
            next_month_refused?: components["schemas"]["Problem"] | null;
            /** @description The months owed, in order. */
            months_owed: components["schemas"]["YearMonth"][];
            open_roster?: components["schemas"]["OpenRoster"] | null;
            pay_to?: components["schemas"]["PayTo"] | null;
            /** @description What the agent may do: `upload_roster`, while a month is to be remitted; `manage_agents`. */
            can: string[];
        };
        /** @description An employer that the agent acts for. */
        HallEmployerSummary: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            name: string;
            /** @description 主办: whether it invites and ends the employer's other agents. */
            is_lead: boolean;
            /**
             * Format: int64
             * @description 欠缴月数, as of today.
             */
            months_owed: number;
            /**
             * Format: int64
             * @description Remittances that wait for their money.
             */
            unpaid_remittances: number;
        };
        /** @description A session that begins. */
        HallEntered: {
            /** @description What changes carry as `X-CSRF-Token`. */
            csrf_token: string;
        };
        /** @description Money that filled a remittance. */
        HallFunding: {
            /** @description 到账流水号. */
            arrival_serial: string;
            /** Format: int64 */
            amount_fen: Fen;
            /** @description 付款人 of the wire. */
            payer_name: string;
            /** @description 到账日期. */
            value_date: components["schemas"]["Day"];
        };
        /** @description 汇缴 as the employer's hall shows it. */
        HallRemittance: components["schemas"]["RemittanceSummary"] & {
            /** @description 汇缴状态, in words. */
            status_label: string;
            /** @description The amount to pay in capital characters. */
            expected_words: string;
            /**
             * Format: int64
             * @description 单位缴存额.
             */
            employer_fen: Fen;
            /**
             * Format: int64
             * @description 个人缴存额.
             */
            member_fen: Fen;
            due_on?: components["schemas"]["Day"] | null;
            /** @description The roster it was assessed from. */
            roster_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description How much of it has come.
             */
            received_fen: Fen;
            /**
             * Format: int64
             * @description What of that waits: too little came, or too much for the month before.
             */
            waiting_fen: Fen;
            /** @description What filled it, in order. */
            fundings: components["schemas"]["HallFunding"][];
            pay_to?: components["schemas"]["PayTo"] | null;
            /** @description Why it was cancelled or reversed. */
            ended_reason?: string | null;
        };
        /** @description Who came in by a hall. */
        HallSession: {
            /** @description `member` or `agent`. */
            kind: string;
            /** @description The visitor's own whole name. */
            name: string;
            /** @description What changes carry as `X-CSRF-Token`. */
            csrf_token: string;
            /** @description When the session ends, whatever comes. */
            ends_at: components["schemas"]["Moment"];
        };
        /** @description A server that is well. */
        Health: {
            /** @description Always `ok`. */
            status: string;
            /** @description The version of the program. */
            version: string;
        };
        /** @description A staff member just hired. */
        Hired: {
            staff_id: components["schemas"]["Id"];
            /** @description The password to begin with, told this once; null when the request was repeated. */
            initial_password?: string | null;
        };
        /** @description A staff member to be hired. */
        Hiring: {
            /** @description 登录名. */
            sign_in_name: string;
            /** @description 姓名. */
            name: string;
            branch_id?: components["schemas"]["Id"] | null;
            department_id?: components["schemas"]["Id"] | null;
            /** @description 电话. */
            phone?: string | null;
        };
        /** @description The figures of the first page. */
        Home: {
            /** @description 会计日期. */
            business_date: components["schemas"]["Day"];
            /** @description The branch that employers, accounts and remittances are of; the whole centre's without one. */
            branch_name?: string | null;
            /**
             * Format: int64
             * @description 住房公积金余额.
             */
            fund_balance_fen: Fen;
            /**
             * Format: int64
             * @description 缴存单位.
             */
            employers: number;
            /**
             * Format: int64
             * @description 缴存职工.
             */
            accounts: number;
            month: components["schemas"]["HomeMonth"];
            today: components["schemas"]["HomeToday"];
            waiting: components["schemas"]["HomeWaiting"];
            /** @description The twelve months up to that of the business date, by the month that is paid for. */
            trend: components["schemas"]["HomeMonth"][];
            tail: components["schemas"]["HomeTail"];
        };
        /** @description What was remitted for a month. */
        HomeMonth: {
            month: components["schemas"]["YearMonth"];
            /** Format: int64 */
            remitted_fen: Fen;
            /** Format: int64 */
            remittances: number;
        };
        /** @description The vouchers that wait for the bookkeeper. */
        HomeTail: {
            /** Format: int64 */
            vouchers: number;
            /** Format: int64 */
            oldest_age_s: number;
        };
        /** @description What the business date brought. */
        HomeToday: {
            /** Format: int64 */
            arrivals: number;
            /** Format: int64 */
            arrivals_fen: Fen;
            /**
             * Format: int64
             * @description What of them was posted to accounts.
             */
            posted_fen: Fen;
            /** Format: int64 */
            vouchers: number;
        };
        /** @description What waits for someone. */
        HomeWaiting: {
            /** Format: int64 */
            suspense: number;
            /** Format: int64 */
            suspense_fen: Fen;
            /**
             * Format: int64
             * @description Remittances that await their money.
             */
            remittances_assessed: number;
            /**
             * Format: int64
             * @description Employers that owe a month.
             */
            employers_in_arrears: number;
        };
        /** Format: uuid */
        Id: string;
        /** @description What an invitation is accepted by. */
        InvitationAcceptance: {
            mobile: string;
            /** @description 邀请码. */
            invitation_code: string;
            /** @description The password to sign in by; of who acts for another employer already the present one. */
            password: string;
        };
        /** @description All there are: they are few. */
        Items_AccountChange: {
            items: {
                /**
                 * Format: int64
                 * @description Counts from 1 in the account.
                 */
                change_no: number;
                kind: components["schemas"]["AccountChangeKindCode"];
                employer_id: components["schemas"]["Id"];
                /** @description 单位名称. */
                employer_name: string;
                status: components["schemas"]["AccountStatusCode"];
                /** @description 起缴年月. */
                first_month: components["schemas"]["YearMonth"];
                sealed_from?: components["schemas"]["YearMonth"] | null;
                /**
                 * Format: int64
                 * @description 缴存基数.
                 */
                base_fen: Fen;
                /**
                 * Format: int64
                 * @description 单位缴存比例, in 10⁻⁹.
                 */
                employer_rate_ppb: number;
                /**
                 * Format: int64
                 * @description 个人缴存比例, in 10⁻⁹.
                 */
                member_rate_ppb: number;
                /**
                 * Format: int64
                 * @description 单位月缴存额.
                 */
                employer_monthly_fen: Fen;
                /**
                 * Format: int64
                 * @description 个人月缴存额.
                 */
                member_monthly_fen: Fen;
                made_at: components["schemas"]["Moment"];
                /** @description By whom. */
                made_by_name: string;
                roster_id?: components["schemas"]["Id"] | null;
            }[];
        };
        /** @description All there are: they are few. */
        Items_Action: {
            items: {
                code: string;
                label: string;
                /** @description Whether roles give it; else it follows from other acts or is done at the terminal. */
                by_role: boolean;
                /** @description Whether it can be made to need approval. */
                approvable: boolean;
            }[];
        };
        /** @description All there are: they are few. */
        Items_BankAccount: {
            items: {
                bank_account_id: components["schemas"]["Id"];
                bank_code: string;
                bank_name: string;
                account_number: string;
                name: string;
                nature: components["schemas"]["BankAccountNatureCode"];
                /** @description 科目编号: its own account in the books. */
                ledger_account: string;
                opened_on: components["schemas"]["Day"];
            }[];
        };
        /** @description All there are: they are few. */
        Items_Branch: {
            items: {
                branch_id: components["schemas"]["Id"];
                code: string;
                name: string;
            }[];
        };
        /** @description All there are: they are few. */
        Items_Delegation: {
            items: {
                delegation_id: components["schemas"]["Id"];
                from_staff: components["schemas"]["Id"];
                /** @description Who is away. */
                from_name: string;
                to_staff: components["schemas"]["Id"];
                /** @description Who decides instead. */
                to_name: string;
                first_day: components["schemas"]["Day"];
                last_day: components["schemas"]["Day"];
                reason: string;
                ended_at?: components["schemas"]["Moment"] | null;
                state: components["schemas"]["DelegationStateCode"];
            }[];
        };
        /** @description All there are: they are few. */
        Items_Department: {
            items: {
                department_id: components["schemas"]["Id"];
                code: string;
                name: string;
            }[];
        };
        /** @description All there are: they are few. */
        Items_EmployerAgent: {
            items: {
                agent_id: components["schemas"]["Id"];
                name: string;
                mobile: string;
                /** @description 主办: whether it invites and ends the employer's others. */
                is_lead: boolean;
                status: components["schemas"]["AgentStatusCode"];
                invited_at: components["schemas"]["Moment"];
                invited_by: string;
                acceptable_until?: components["schemas"]["Moment"] | null;
                accepted_at?: components["schemas"]["Moment"] | null;
                ended_at?: components["schemas"]["Moment"] | null;
                ended_reason?: string | null;
                /** @description What the caller may do with it: `end`. */
                can: string[];
            }[];
        };
        /** @description All there are: they are few. */
        Items_EmployerFieldChange: {
            items: {
                /**
                 * Format: int64
                 * @description Counts from 1 in the employer; fields changed at once share it.
                 */
                change_no: number;
                field: components["schemas"]["EmployerFieldCode"];
                /** @description What it held, a code by its word; null where it was empty. */
                before?: string | null;
                /** @description What it holds since. */
                after?: string | null;
                /** @description 变更依据. */
                basis: string;
                made_at: components["schemas"]["Moment"];
                /** @description By whom. */
                made_by_name: string;
            }[];
        };
        /** @description All there are: they are few. */
        Items_EmployerMonth: {
            items: {
                month: components["schemas"]["YearMonth"];
                status: components["schemas"]["MonthStatusCode"];
                remittance_id?: components["schemas"]["Id"] | null;
                /**
                 * Format: int64
                 * @description 汇缴人数; of a month owed those who contribute now.
                 */
                people: number;
                /**
                 * Format: int64
                 * @description What it comes to; of a month owed an estimate by what a month comes to now.
                 */
                amount_fen: Fen;
                /**
                 * Format: int64
                 * @description What waits for it already, of a month assessed.
                 */
                waiting_fen: Fen;
            }[];
        };
        /** @description All there are: they are few. */
        Items_HallAgent: {
            items: {
                agent_id: components["schemas"]["Id"];
                name: string;
                mobile_masked: string;
                /** @description 主办: whether it invites and ends the others. */
                is_lead: boolean;
                accepted_at?: components["schemas"]["Moment"] | null;
                /** @description What the caller may do with it: `end`. */
                can: string[];
            }[];
        };
        /** @description All there are: they are few. */
        Items_HallEmployerSummary: {
            items: {
                employer_id: components["schemas"]["Id"];
                /** @description 单位账号. */
                employer_no: components["schemas"]["Number"];
                name: string;
                /** @description 主办: whether it invites and ends the employer's other agents. */
                is_lead: boolean;
                /**
                 * Format: int64
                 * @description 欠缴月数, as of today.
                 */
                months_owed: number;
                /**
                 * Format: int64
                 * @description Remittances that wait for their money.
                 */
                unpaid_remittances: number;
            }[];
        };
        /** @description All there are: they are few. */
        Items_LedgerAccount: {
            items: {
                /** @description 科目编号, which carries the tree. */
                code: string;
                name: string;
                /** @description 余额方向. */
                side: components["schemas"]["SideCode"];
                /** @description 科目级别, from 1. */
                level: number;
                /** @description The code of the account above. */
                parent?: string | null;
                /** @description Whether it has accounts below it, and so takes no postings. */
                is_summary: boolean;
            }[];
        };
        /** @description All there are: they are few. */
        Items_MemberMonth: {
            items: {
                month: components["schemas"]["YearMonth"];
                kind: components["schemas"]["MemberMonthKindCode"];
                /** Format: int64 */
                amount_fen: Fen;
                /**
                 * Format: int64
                 * @description The entry that brought it.
                 */
                entry_no: number;
                /** @description Who paid. */
                employer_name: string;
            }[];
        };
        /** @description All there are: they are few. */
        Items_MobileChanged: {
            items: {
                /** @description None where there was none on file. */
                old_mobile?: string | null;
                new_mobile: string;
                reason: components["schemas"]["MobileReasonCode"];
                document: components["schemas"]["SeenDocumentCode"];
                note?: string | null;
                made_at: components["schemas"]["Moment"];
                /** @description By whom. */
                made_by_name: string;
            }[];
        };
        /** @description All there are: they are few. */
        Items_OwedMonth: {
            items: {
                month: components["schemas"]["YearMonth"];
                /** @description Assessed while a remittance for it awaits its money, else owed. */
                status: components["schemas"]["MonthStatusCode"];
                /**
                 * Format: int64
                 * @description What was assessed for it; else an estimate, what a month came to last.
                 */
                amount_fen: Fen;
                employer_id: components["schemas"]["Id"];
                /** @description 单位名称. */
                employer_name: string;
                remittance_id?: components["schemas"]["Id"] | null;
            }[];
        };
        /** @description All there are: they are few. */
        Items_Period: {
            items: {
                month: components["schemas"]["YearMonth"];
                status: components["schemas"]["PeriodStatusCode"];
                /**
                 * Format: int64
                 * @description How many vouchers it had when it closed.
                 */
                vouchers?: number | null;
                closed_at?: components["schemas"]["Moment"] | null;
            }[];
        };
        /** @description All there are: they are few. */
        Items_PolicyItem: {
            items: {
                key: string;
                label: string;
                unit: string;
                kind: components["schemas"]["ValueKindCode"];
                /** @description Which rules read it. */
                used_for: string;
                /** @description Whether a version has to cite a resolution of the management committee. */
                by_committee: boolean;
                /** @description What a person may choose from; empty where the value is typed. */
                choices: components["schemas"]["PolicyChoice"][];
                /** @description What holds now; null when no version does. */
                value?: string | null;
                effective_from?: components["schemas"]["Day"] | null;
                source?: string | null;
                earliest?: components["schemas"]["Day"] | null;
                /** @description The latest first, those yet to come and those withdrawn included. */
                history: components["schemas"]["PolicyVersion"][];
                /** @description What the caller may do: `change`. */
                can: string[];
            }[];
        };
        /** @description All there are: they are few. */
        Items_Role: {
            items: {
                code: string;
                name: string;
                /** @description 数据范围. */
                data_scope: components["schemas"]["DataScopeCode"];
                /** @description The codes of its actions. */
                actions: string[];
                /** @description The active staff who have it. */
                staff: components["schemas"]["RoleHolder"][];
            }[];
        };
        /** @description All there are: they are few. */
        Items_SuspenseMovement: {
            items: {
                /**
                 * Format: int64
                 * @description Counts from 1 in the item.
                 */
                movement_no: number;
                kind: components["schemas"]["MovementKindCode"];
                /** Format: int64 */
                amount_fen: Fen;
                /** @description What it went to, such as `remittance`. */
                purpose?: string | null;
                /** @description The id of that. */
                purpose_id?: string | null;
                /** @description 银行流水号 of a return or of the bank's correction. */
                bank_serial?: string | null;
                value_date?: components["schemas"]["Day"] | null;
                reason: string;
                business_date: components["schemas"]["Day"];
                voucher_id: components["schemas"]["Id"];
                made_at: components["schemas"]["Moment"];
                made_by: string;
            }[];
        };
        /** @description 系统任务 with its steps. */
        Job: components["schemas"]["JobSummary"] & {
            /** @description Its steps in order, those included that it hasn't come to. */
            steps: components["schemas"]["JobStep"][];
            /** @description What broke inside; only for who may have it tried again. */
            problem_detail?: string | null;
            /** @description What the caller may do with it: `retry`, `cancel`. */
            can: string[];
        };
        /** @description The job that does what was asked; `GET /api/jobs/{id}` tells how it goes on. */
        JobAsked: {
            job_id: components["schemas"]["Id"];
        };
        /** @description Why a job is given up. */
        JobCancellation: {
            reason: string;
        };
        /** @description Jobs that are not over. */
        JobCounts: {
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            running: number;
            /**
             * Format: int64
             * @description Those that somebody has to look at.
             */
            dead: number;
            /**
             * Format: int64
             * @description How long the first that may be taken has waited for a runner.
             */
            overdue_s: number;
        };
        /**
         * @description waiting 等待，running 运行中，done 已完成，dead 已停止，cancelled 已取消
         * @enum {string}
         */
        JobStatusCode: "waiting" | "running" | "done" | "dead" | "cancelled";
        /** @description A step of a job. */
        JobStep: {
            label: string;
            /**
             * Format: int64
             * @description How far it is, in whatever it counts.
             */
            done: number;
            /**
             * Format: int64
             * @description How much there is of that; 0 where it isn't known.
             */
            total: number;
            /** @description What came of it. */
            told?: string | null;
            begun_at?: components["schemas"]["Moment"] | null;
            ended_at?: components["schemas"]["Moment"] | null;
        };
        /** @description 系统任务: work that is done apart from the request that asked for it. */
        JobSummary: {
            job_id: components["schemas"]["Id"];
            /** @description Its kind: a code. */
            kind: string;
            /** @description What people call it. */
            kind_label: string;
            /** @description What it is about, as its kind names things: a date, an id. */
            subject: string;
            /** @description The kind of thing that is, where this version of the program knows it. */
            subject_kind?: string | null;
            /** @description What people call it, where that isn't what `subject` says: a serial. */
            subject_name?: string | null;
            status: components["schemas"]["JobStatusCode"];
            /**
             * Format: int64
             * @description How often it was tried since it was asked for or tried again by hand.
             */
            attempts: number;
            /**
             * Format: int64
             * @description How often it is tried before it is dead.
             */
            attempts_max: number;
            /**
             * @description When it is tried next, where it waits; while it runs, when it counts as cut short unless its
             *     runner gives a sign of life.
             */
            due_at: components["schemas"]["Moment"];
            /** @description What kept it from being done the last time. */
            problem?: string | null;
            /** @description Who asked for it. */
            asked_by_name: string;
            asked_at: components["schemas"]["Moment"];
            ended_at?: components["schemas"]["Moment"] | null;
            /** @description Why it was given up. */
            cancel_reason?: string | null;
        };
        /** @description The last business day that was closed. */
        LastClose: {
            business_date: components["schemas"]["Day"];
            closed_at: components["schemas"]["Moment"];
        };
        /** @description 会计科目. */
        LedgerAccount: {
            /** @description 科目编号, which carries the tree. */
            code: string;
            name: string;
            /** @description 余额方向. */
            side: components["schemas"]["SideCode"];
            /** @description 科目级别, from 1. */
            level: number;
            /** @description The code of the account above. */
            parent?: string | null;
            /** @description Whether it has accounts below it, and so takes no postings. */
            is_summary: boolean;
        };
        /**
         * @description fund 公积金账套，centre 中心账套
         * @enum {string}
         */
        LedgerBookCode: "fund" | "centre";
        /** @description A line with the balance after it. */
        LedgerLine: {
            business_date: components["schemas"]["Day"];
            /** @description 凭证号; null while the voucher waits for it. */
            number?: string | null;
            voucher_id: components["schemas"]["Id"];
            /** @description The leaf, when the detail is of a summary account. */
            account_code: string;
            /** @description 摘要. */
            summary: string;
            memo: string;
            /** Format: int64 */
            debit_fen: Fen;
            /** Format: int64 */
            credit_fen: Fen;
            /**
             * Format: int64
             * @description 余额, on the account's side.
             */
            balance_fen: Fen;
        };
        /** @description 明细账: a page of the lines of an account, with its balances over the month. */
        LedgerLines: {
            items: components["schemas"]["LedgerLine"][];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            /** @description Lines are counted only as far as they are shown. */
            count: components["schemas"]["RowCount"];
            /**
             * Format: int64
             * @description 期初余额, on the account's side.
             */
            opening_fen: Fen;
            /**
             * Format: int64
             * @description 借方发生额 of the month.
             */
            debit_fen: Fen;
            /**
             * Format: int64
             * @description 贷方发生额 of the month.
             */
            credit_fen: Fen;
            /**
             * Format: int64
             * @description 期末余额, on the account's side.
             */
            closing_fen: Fen;
        };
        /** @description 单位法人代表. */
        LegalPerson: {
            name: string;
            /** @description 证件类型, a code. */
            id_kind: string;
            id_number: string;
        };
        /** @description What changes of 单位法人代表. */
        LegalPersonChange: {
            name?: string | null;
            /** @description 证件类型, a code. */
            id_kind?: string | null;
            id_number?: string | null;
        };
        /** @description 单位法人代表, masked. */
        LegalPersonShown: {
            name: string;
            /** @description 证件类型, a code. */
            id_kind: string;
            id_number: string;
        };
        /** @description A page of a list. */
        Listing_AccountSummary: {
            /** @description The rows. */
            items: {
                /** @description 个人账号. */
                account_no: components["schemas"]["Number"];
                name: string;
                id_number: string;
                employer_id: components["schemas"]["Id"];
                employer_name: string;
                status: components["schemas"]["AccountStatusCode"];
                /**
                 * Format: int64
                 * @description 缴存基数.
                 */
                base_fen: Fen;
                /**
                 * Format: int64
                 * @description 月缴存额, both sides.
                 */
                monthly_fen: Fen;
                /**
                 * Format: int64
                 * @description 账户余额.
                 */
                balance_fen: Fen;
                paid_through?: components["schemas"]["YearMonth"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_ApprovalSummary: {
            /** @description The rows. */
            items: {
                approval_id: components["schemas"]["Id"];
                /** @description 审批流水号. */
                serial: string;
                /** @description The business: an action's code. */
                business: string;
                /** @description What people call it. */
                business_label: string;
                /** @description What kind of thing it is about, as the trail names its subjects. */
                subject_kind: string;
                /** @description Which. */
                subject_id: string;
                branch_id?: components["schemas"]["Id"] | null;
                /** @description 管理部; the centre's where it is missing. */
                branch_name?: string | null;
                /**
                 * Format: int64
                 * @description How much money it moves.
                 */
                amount_fen?: Fen | null;
                /** @description What is asked, in a sentence. */
                summary: string;
                maker_id: components["schemas"]["Id"];
                /** @description 提交人. */
                maker_name: string;
                asked_at: components["schemas"]["Moment"];
                status: components["schemas"]["ApprovalStatusCode"];
                /**
                 * Format: int64
                 * @description The step that it stands at, from 1.
                 */
                step_no: number;
                /** @description The role that decides that step. */
                role_name: string;
                /** @description The day by which that step should be decided. */
                due_on: components["schemas"]["Day"];
                /** @description Whether it is past that day and still waits. */
                overdue: boolean;
                ended_at?: components["schemas"]["Moment"] | null;
                /** @description What came of it. */
                outcome?: string | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_Arrears: {
            /** @description The rows. */
            items: {
                employer_id: components["schemas"]["Id"];
                /** @description 单位账号. */
                employer_no: components["schemas"]["Number"];
                /** @description 单位名称. */
                name: string;
                status: components["schemas"]["EmployerStatusCode"];
                /** @description 管理部. */
                branch_name: string;
                /**
                 * Format: int64
                 * @description 发薪日.
                 */
                payday: number;
                paid_through?: components["schemas"]["YearMonth"] | null;
                /** @description 欠缴起始年月. */
                from: components["schemas"]["YearMonth"];
                /** @description The last month that has fallen due. */
                due: components["schemas"]["YearMonth"];
                /**
                 * Format: int64
                 * @description 欠缴月数.
                 */
                months_owed: number;
                /**
                 * Format: int64
                 * @description How many of them are assessed and await their money.
                 */
                awaited_months: number;
                awaited?: components["schemas"]["AwaitedMonth"] | null;
                /**
                 * Format: int64
                 * @description 缴存人数 now.
                 */
                people: number;
                /**
                 * Format: int64
                 * @description What its contributing accounts come to a month now.
                 */
                monthly_fen: Fen;
                /**
                 * Format: int64
                 * @description 估计欠缴额: the months owed at what a month comes to now.
                 */
                estimate_fen: Fen;
                /** @description What the caller may do with it, such as `upload_roster`. */
                can: string[];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_Arrival: {
            /** @description The rows. */
            items: {
                arrival_id: components["schemas"]["Id"];
                /** @description 到账流水号. */
                serial: string;
                bank_account_id: components["schemas"]["Id"];
                bank_account_name: string;
                /** @description 银行流水号. */
                bank_serial: string;
                /** Format: int64 */
                amount_fen: Fen;
                /** @description 起息日. */
                value_date: components["schemas"]["Day"];
                /** @description 记账日期. */
                business_date: components["schemas"]["Day"];
                /** @description 付款人. */
                payer_name: string;
                /** @description 付款账号, masked. */
                payer_account: string;
                /** @description 摘要. */
                remark: string;
                /** @description 缴款码. */
                payment_code?: string | null;
                status: components["schemas"]["ArrivalStatusCode"];
                remittance_id?: components["schemas"]["Id"] | null;
                suspense_id?: components["schemas"]["Id"] | null;
                voucher_id?: components["schemas"]["Id"] | null;
                taken_back_on?: components["schemas"]["Day"] | null;
                recovery_id?: components["schemas"]["Id"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_AuditEvent: {
            /** @description The rows. */
            items: {
                audit_id: components["schemas"]["Id"];
                at: components["schemas"]["Moment"];
                /** @description The actor's label, as `staff:` with an id or `system:` with a job. */
                actor: string;
                /** @description The actor's name then. */
                actor_name: string;
                /** @description 网络地址. */
                address?: string | null;
                /** @description The action's code; `GET /api/actions` has its words. */
                action: string;
                outcome: components["schemas"]["OutcomeCode"];
                /** @description The kind of thing it was about. */
                subject_kind: string;
                /** @description Its id. */
                subject_id: string;
                /** @description Ids and figures of the act, by name. */
                detail: Record<string, never>;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_BusinessDay: {
            /** @description The rows. */
            items: {
                date: components["schemas"]["Day"];
                status: components["schemas"]["DayStatusCode"];
                opened_at: components["schemas"]["Moment"];
                opened_by: string;
                closed_at?: components["schemas"]["Moment"] | null;
                closed_by?: string | null;
                /**
                 * Format: int64
                 * @description The vouchers of the day.
                 */
                vouchers: number;
                /** @description HMAC-SM3 of the head of the fund's chain at its close, as the close answered it. */
                head?: string | null;
                closing_job_id?: components["schemas"]["Id"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_CertificateSummary: {
            /** @description The rows. */
            items: {
                certificate_id: components["schemas"]["Id"];
                kind: components["schemas"]["CertificateKindCode"];
                status: components["schemas"]["CertificateStatusCode"];
                /** @description What tells it from others of its kind, such as `2026-10 汇缴收据`. */
                title: string;
                /** @description Whose it is, masked; an employer's name is not. */
                holder: string;
                remittance_id?: components["schemas"]["Id"] | null;
                account_no?: components["schemas"]["Number"] | null;
                issued_at: components["schemas"]["Moment"];
                issued_by: string;
                voided_at?: components["schemas"]["Moment"] | null;
                voided_by?: string | null;
                /** @description Why it was voided. */
                void_reason?: string | null;
                /** @description What the caller may do with it: `print`, `void`. */
                can: string[];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_EmployerSummary: {
            /** @description The rows. */
            items: {
                employer_id: components["schemas"]["Id"];
                /** @description 单位账号. */
                employer_no: components["schemas"]["Number"];
                /** @description 单位名称. */
                name: string;
                /** @description 统一社会信用代码. */
                credit_code?: string | null;
                status: components["schemas"]["EmployerStatusCode"];
                /** @description 管理部. */
                branch_name: string;
                /**
                 * Format: int64
                 * @description 缴存人数.
                 */
                people: number;
                /**
                 * Format: int64
                 * @description 封存人数.
                 */
                sealed_people: number;
                paid_through?: components["schemas"]["YearMonth"] | null;
                /**
                 * Format: int64
                 * @description 欠缴月数.
                 */
                months_owed: number;
                /**
                 * Format: int64
                 * @description 单位账户余额.
                 */
                balance_fen: Fen;
                /** @description What the caller may do with it, such as `upload_roster`. */
                can: string[];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_EntryItem: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description Counts from 1 in the account.
                 */
                entry_no: number;
                /** @description 记账日期. */
                business_date: components["schemas"]["Day"];
                /** @description 起息日. */
                value_date: components["schemas"]["Day"];
                kind: components["schemas"]["EntryKindCode"];
                /** @description The kind in words; a reversal says so. */
                label: string;
                /**
                 * Format: int64
                 * @description 发生额, signed.
                 */
                amount_fen: Fen;
                /**
                 * Format: int64
                 * @description 上年结转余额 afterwards.
                 */
                carried_after_fen: Fen;
                /**
                 * Format: int64
                 * @description 当年归集余额 afterwards.
                 */
                current_after_fen: Fen;
                /**
                 * Format: int64
                 * @description 账户余额 afterwards.
                 */
                balance_after_fen: Fen;
                month?: components["schemas"]["YearMonth"] | null;
                voucher_id: components["schemas"]["Id"];
                /** @description 凭证号; null while the voucher waits for it. */
                voucher_number?: string | null;
                remittance_id?: components["schemas"]["Id"] | null;
                /** @description 业务流水 of that. */
                source?: string | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_JobSummary: {
            /** @description The rows. */
            items: {
                job_id: components["schemas"]["Id"];
                /** @description Its kind: a code. */
                kind: string;
                /** @description What people call it. */
                kind_label: string;
                /** @description What it is about, as its kind names things: a date, an id. */
                subject: string;
                /** @description The kind of thing that is, where this version of the program knows it. */
                subject_kind?: string | null;
                /** @description What people call it, where that isn't what `subject` says: a serial. */
                subject_name?: string | null;
                status: components["schemas"]["JobStatusCode"];
                /**
                 * Format: int64
                 * @description How often it was tried since it was asked for or tried again by hand.
                 */
                attempts: number;
                /**
                 * Format: int64
                 * @description How often it is tried before it is dead.
                 */
                attempts_max: number;
                /**
                 * @description When it is tried next, where it waits; while it runs, when it counts as cut short unless its
                 *     runner gives a sign of life.
                 */
                due_at: components["schemas"]["Moment"];
                /** @description What kept it from being done the last time. */
                problem?: string | null;
                /** @description Who asked for it. */
                asked_by_name: string;
                asked_at: components["schemas"]["Moment"];
                ended_at?: components["schemas"]["Moment"] | null;
                /** @description Why it was given up. */
                cancel_reason?: string | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_MeetingSummary: {
            /** @description The rows. */
            items: {
                meeting_id: components["schemas"]["Id"];
                title: string;
                held_on: components["schemas"]["Day"];
                /** @description 主持人. */
                chair: string;
                /**
                 * Format: int64
                 * @description 应到委员.
                 */
                members_due: number;
                /**
                 * Format: int64
                 * @description 实到委员.
                 */
                members_present: number;
                /**
                 * Format: int64
                 * @description How many of its resolutions stand.
                 */
                resolutions: number;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_MissingMember: {
            /** @description The rows. */
            items: {
                /** @description 个人账号. */
                account_no: components["schemas"]["Number"];
                name: string;
                id_number: string;
                /**
                 * Format: int64
                 * @description 缴存基数.
                 */
                base_fen: Fen;
                /**
                 * Format: int64
                 * @description 月缴存额, both sides.
                 */
                monthly_fen: Fen;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_PaidEmployer: {
            /** @description The rows. */
            items: {
                arrangement_id: components["schemas"]["Id"];
                payer_id: components["schemas"]["Id"];
                /** @description 代付单位名称. */
                payer_name: string;
                payer_kind: components["schemas"]["PayerKindCode"];
                employer_id: components["schemas"]["Id"];
                /** @description 单位账号. */
                employer_no: components["schemas"]["Number"];
                /** @description 单位名称. */
                employer_name: string;
                /** @description From when. */
                first_day: components["schemas"]["Day"];
                last_day?: components["schemas"]["Day"] | null;
                /** @description The document that it stands on. */
                basis: string;
                made_at: components["schemas"]["Moment"];
                made_by: string;
                /** @description Why it was ended, when it was. */
                ended_reason?: string | null;
                /** @description Whether its last day is still to come. */
                lasts: boolean;
                /** @description Whether the caller may end it. */
                can_end: boolean;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_PayerSummary: {
            /** @description The rows. */
            items: {
                payer_id: components["schemas"]["Id"];
                /** @description 代付单位编号. */
                serial: string;
                /** @description 代付单位名称. */
                name: string;
                kind: components["schemas"]["PayerKindCode"];
                /** @description 统一社会信用代码. */
                credit_code: string;
                /** @description 付款账户号码, masked. */
                account_number: string;
                /** @description 代付依据. */
                basis: string;
                status: components["schemas"]["PayerStatusCode"];
                /**
                 * Format: int64
                 * @description How many employers it pays for today.
                 */
                employers: number;
                registered_at: components["schemas"]["Moment"];
                registered_by: string;
                ended_at?: components["schemas"]["Moment"] | null;
                /** @description Why it was ended. */
                ended_reason?: string | null;
                /** @description What the caller may do with it: `change`, `end`. */
                can: string[];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_Recovery: {
            /** @description The rows. */
            items: {
                recovery_id: components["schemas"]["Id"];
                /** @description 追款流水号. */
                serial: string;
                kind: components["schemas"]["RecoveryKindCode"];
                arrival_id?: components["schemas"]["Id"] | null;
                /** @description 到账流水号 of the wire. */
                arrival_serial?: string | null;
                payer_name?: string | null;
                owner?: components["schemas"]["Owner"] | null;
                debtor?: components["schemas"]["Debtor"] | null;
                /** Format: int64 */
                amount_fen: Fen;
                /**
                 * Format: int64
                 * @description What is still to come back.
                 */
                left_fen: Fen;
                status: components["schemas"]["RecoveryStatusCode"];
                /** @description Why the bank took it back, or the remittance was reversed. */
                reason: string;
                /** @description 记账日期. */
                business_date: components["schemas"]["Day"];
                /**
                 * Format: int32
                 * @description Calendar days since then.
                 */
                age_days: number;
                voucher_id: components["schemas"]["Id"];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_RemittanceLine: {
            /** @description The rows. */
            items: {
                /** Format: int64 */
                line_no: number;
                account_no: components["schemas"]["Number"];
                name: string;
                /**
                 * Format: int64
                 * @description 缴存基数.
                 */
                base_fen: Fen;
                /** Format: int64 */
                employer_fen: Fen;
                /** Format: int64 */
                member_fen: Fen;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_RemittanceSummary: {
            /** @description The rows. */
            items: {
                remittance_id: components["schemas"]["Id"];
                /** @description 汇缴流水号. */
                serial: string;
                employer_id: components["schemas"]["Id"];
                employer_name: string;
                /** @description 缴存年月. */
                month: components["schemas"]["YearMonth"];
                status: components["schemas"]["RemittanceStatusCode"];
                /**
                 * Format: int64
                 * @description 汇缴人数.
                 */
                people: number;
                /**
                 * Format: int64
                 * @description 应缴金额: what has to arrive, exactly.
                 */
                expected_fen: Fen;
                /** @description 缴款码. */
                payment_code: string;
                posted_on?: components["schemas"]["Day"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_ResolutionSummary: {
            /** @description The rows. */
            items: {
                resolution_id: components["schemas"]["Id"];
                /** @description 决议文号. */
                number: string;
                title: string;
                matter: components["schemas"]["MatterCode"];
                meeting_id: components["schemas"]["Id"];
                meeting_title: string;
                /** @description The day of the meeting. */
                held_on: components["schemas"]["Day"];
                /**
                 * Format: int64
                 * @description 同意.
                 */
                in_favour: number;
                /**
                 * Format: int64
                 * @description 反对.
                 */
                against: number;
                /**
                 * Format: int64
                 * @description 弃权.
                 */
                abstained: number;
                adopted: boolean;
                voided_at?: components["schemas"]["Moment"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_RosterLine: {
            /** @description The rows. */
            items: {
                /** Format: int64 */
                line_no: number;
                /**
                 * Format: int64
                 * @description The row in the file, as the spreadsheet program numbers it.
                 */
                sheet_row: number;
                name: string;
                id_number: string;
                account_no?: components["schemas"]["Number"] | null;
                change: components["schemas"]["RosterChangeCode"];
                /** Format: int64 */
                base_fen?: Fen | null;
                /** Format: int64 */
                employer_rate_ppb?: number | null;
                /** Format: int64 */
                member_rate_ppb?: number | null;
                /** Format: int64 */
                employer_fen?: Fen | null;
                /** Format: int64 */
                member_fen?: Fen | null;
                first_month?: components["schemas"]["YearMonth"] | null;
                /** @description Everything wrong with it. */
                findings: components["schemas"]["RosterFinding"][];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_RosterSummary: {
            /** @description The rows. */
            items: {
                roster_id: components["schemas"]["Id"];
                employer_id: components["schemas"]["Id"];
                employer_name: string;
                /** @description 缴存年月. */
                month: components["schemas"]["YearMonth"];
                status: components["schemas"]["RosterStatusCode"];
                /** Format: int64 */
                rows: number;
                /**
                 * Format: int64
                 * @description Rows that keep it from being confirmed.
                 */
                faulty_rows: number;
                /**
                 * Format: int64
                 * @description 新开户.
                 */
                new_accounts: number;
                /**
                 * Format: int64
                 * @description 基数调整.
                 */
                changed_bases: number;
                /**
                 * Format: int64
                 * @description 启封: sealed here before, taken up again.
                 */
                unsealed_accounts: number;
                /**
                 * Format: int64
                 * @description 转入: sealed elsewhere before, brought over.
                 */
                transferred_accounts: number;
                /**
                 * Format: int64
                 * @description Contributing members of the employer who don't stand in it.
                 */
                missing_members: number;
                /** Format: int64 */
                employer_amount_fen: Fen;
                /** Format: int64 */
                member_amount_fen: Fen;
                /**
                 * Format: int64
                 * @description Both sides.
                 */
                total_fen: Fen;
                created_at: components["schemas"]["Moment"];
                created_by: string;
                remittance_id?: components["schemas"]["Id"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_StaffMember: {
            /** @description The rows. */
            items: {
                staff_id: components["schemas"]["Id"];
                /** @description 登录名. */
                sign_in_name: string;
                /** @description 姓名. */
                name: string;
                branch_id?: components["schemas"]["Id"] | null;
                /** @description 管理部. */
                branch_name?: string | null;
                department_id?: components["schemas"]["Id"] | null;
                /** @description 科室. */
                department_name?: string | null;
                /** @description 电话, masked. */
                phone?: string | null;
                status: components["schemas"]["StaffStatusCode"];
                /** @description When they were added. */
                added_at: components["schemas"]["Moment"];
                left_at?: components["schemas"]["Moment"] | null;
                /** @description By code. */
                roles: components["schemas"]["RoleName"][];
                /** @description What the caller may do: `change`, `leave`, `reset_password`. */
                can: string[];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_Suspense: {
            /** @description The rows. */
            items: {
                suspense_id: components["schemas"]["Id"];
                /** @description 暂收流水号. */
                serial: string;
                arrival_id: components["schemas"]["Id"];
                /** Format: int64 */
                amount_fen: Fen;
                /**
                 * Format: int64
                 * @description What of it still waits.
                 */
                left_fen: Fen;
                owner?: components["schemas"]["Owner"] | null;
                /**
                 * @description Where nobody knew whose it is: the employers to whose remittances it was allocated, three at
                 *     most.
                 */
                allocated_to: components["schemas"]["Owner"][];
                /** @description Whether it was allocated to more employers than those. */
                allocated_to_more: boolean;
                named?: components["schemas"]["NamedRemittance"] | null;
                reason: components["schemas"]["Reason"];
                /**
                 * @description Why it waits no more for what its reason says: that was paid with other money or given up.
                 *     It is free to be allocated or returned.
                 */
                freed?: string | null;
                status: components["schemas"]["SuspenseStatusCode"];
                payer_name: string;
                /** @description 摘要. */
                remark: string;
                /** @description 记账日期. */
                business_date: components["schemas"]["Day"];
                /**
                 * Format: int32
                 * @description Calendar days since then.
                 */
                age_days: number;
                /** @description The voucher that put it here. */
                voucher_id: components["schemas"]["Id"];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_TimelineEvent: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description Tells it from the thing's other events.
                 */
                event_no: number;
                kind: components["schemas"]["EventKindCode"];
                at: components["schemas"]["Moment"];
                /** @description By whom; nobody's name where that isn't told. */
                by?: string | null;
                /** @description What happened, in a sentence. */
                sentence: string;
                month?: components["schemas"]["YearMonth"] | null;
                /**
                 * Format: int64
                 * @description How many members.
                 */
                people?: number | null;
                /** Format: int64 */
                amount_fen?: Fen | null;
                remittance_id?: components["schemas"]["Id"] | null;
                suspense_id?: components["schemas"]["Id"] | null;
                recovery_id?: components["schemas"]["Id"] | null;
                case_id?: components["schemas"]["Id"] | null;
                payer_id?: components["schemas"]["Id"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_TransferCaseSummary: {
            /** @description The rows. */
            items: {
                case_id: components["schemas"]["Id"];
                /** @description 业务流水. */
                serial: string;
                account_no: components["schemas"]["Number"];
                name: string;
                id_number: string;
                old?: components["schemas"]["TransferParty"] | null;
                new?: components["schemas"]["TransferParty"] | null;
                /** @description 缴存年月 from which the new employer contributes. */
                month: components["schemas"]["YearMonth"];
                /** @description The day the old employer was asked. */
                opened_on: components["schemas"]["Day"];
                /** @description The last day of its term. */
                due_on: components["schemas"]["Day"];
                status: components["schemas"]["TransferCaseStatusCode"];
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /** @description A page of a list. */
        Listing_VoucherSummary: {
            /** @description The rows. */
            items: {
                voucher_id: components["schemas"]["Id"];
                /** @description 账套. */
                book: components["schemas"]["LedgerBookCode"];
                /** @description 凭证号; null while it waits for the bookkeeper. */
                number?: string | null;
                /** @description 会计日期. */
                business_date: components["schemas"]["Day"];
                kind: components["schemas"]["VoucherKindCode"];
                /** @description 摘要. */
                summary: string;
                /**
                 * Format: int64
                 * @description 借方合计, which is that of 贷方; negative in a reversal.
                 */
                debit_fen: Fen;
                /** @description What kind of business it belongs to, such as `remittance`. */
                source_kind: string;
                /** @description Which one. */
                source_id: string;
                /** @description 制单. */
                preparer: string;
                reverses?: components["schemas"]["Id"] | null;
                reversed_by?: components["schemas"]["Id"] | null;
            }[];
            /** @description What to send as `after` for the next page; null on the last. */
            next?: string | null;
            count: components["schemas"]["RowCount"];
        };
        /**
         * @description policy 政策调整，plan 归集使用计划，rate_reduction 降低缴存比例或缓缴，write_off 呆账核销，distribution 增值收益分配，report 报告与决算审议，other 其他事项
         * @enum {string}
         */
        MatterCode: "policy" | "plan" | "rate_reduction" | "write_off" | "distribution" | "report" | "other";
        /** @description 管委会会议 as its page shows it. */
        Meeting: components["schemas"]["MeetingSummary"] & {
            /** @description 会议纪要: the stored file, by the SM3 of its bytes. */
            minutes?: string | null;
            recorded_at: components["schemas"]["Moment"];
            recorded_by_name: string;
            /** @description What the caller may do: `record_resolution`. */
            can: string[];
        };
        /** @description A meeting as its minutes tell it. */
        MeetingRecord: {
            /** @description 会议名称. */
            title: string;
            /** @description 会议日期. */
            held_on: components["schemas"]["Day"];
            /** @description 主持人. */
            chair: string;
            /**
             * Format: int64
             * @description 应到委员.
             */
            members_due: number;
            /**
             * Format: int64
             * @description 实到委员.
             */
            members_present: number;
            /** @description 会议纪要: a stored file. */
            minutes?: string | null;
        };
        /** @description A recorded meeting. */
        MeetingRecorded: {
            meeting_id: components["schemas"]["Id"];
        };
        /** @description 管委会会议. */
        MeetingSummary: {
            meeting_id: components["schemas"]["Id"];
            title: string;
            held_on: components["schemas"]["Day"];
            /** @description 主持人. */
            chair: string;
            /**
             * Format: int64
             * @description 应到委员.
             */
            members_due: number;
            /**
             * Format: int64
             * @description 实到委员.
             */
            members_present: number;
            /**
             * Format: int64
             * @description How many of its resolutions stand.
             */
            resolutions: number;
        };
        /** @description Who the member is, and its account. The name is whole, the numbers are masked. */
        Member: {
            name: string;
            id_number_masked: string;
            mobile_masked?: string | null;
            /** @description 单位名称. */
            employer_name: string;
            account: components["schemas"]["MemberAccount"];
            /** @description The day of which it speaks. */
            as_of: components["schemas"]["Day"];
        };
        /** @description 个人账户, as its member sees it. */
        MemberAccount: {
            account_no: components["schemas"]["Number"];
            status: components["schemas"]["AccountStatusCode"];
            status_label: string;
            /**
             * Format: int64
             * @description 账户余额.
             */
            balance_fen: Fen;
            /**
             * Format: int64
             * @description 上年结转余额.
             */
            carried_fen: Fen;
            /**
             * Format: int64
             * @description 当年归集余额.
             */
            current_fen: Fen;
            /**
             * Format: int64
             * @description 缴存基数.
             */
            base_fen: Fen;
            /**
             * Format: int64
             * @description 单位缴存比例, in 10⁻⁹.
             */
            employer_rate: number;
            /**
             * Format: int64
             * @description 个人缴存比例, in 10⁻⁹.
             */
            member_rate: number;
            /**
             * Format: int64
             * @description 单位月缴存额.
             */
            employer_monthly_fen: Fen;
            /**
             * Format: int64
             * @description 个人月缴存额.
             */
            member_monthly_fen: Fen;
            /** @description 开户日期. */
            opened_on: components["schemas"]["Day"];
            paid_through?: components["schemas"]["YearMonth"] | null;
        };
        /** @description Who somebody says to be. */
        MemberClaim: {
            id_number: string;
            name: string;
            /** @description The mobile on file with the centre. */
            mobile: string;
        };
        /** @description Some entries, the latest first. */
        MemberEntries: {
            items: components["schemas"]["MemberEntry"][];
            /** @description What to send as `cursor` for those before; null where there are none. */
            next_cursor?: string | null;
        };
        /** @description An entry, with how it came to its amount. */
        MemberEntry: {
            /**
             * Format: int64
             * @description Counts from 1 in the account.
             */
            entry_no: number;
            /** @description 记账日期. */
            posted_on: components["schemas"]["Day"];
            /** @description The day from which interest runs. */
            value_date: components["schemas"]["Day"];
            kind: components["schemas"]["EntryKindCode"];
            kind_label: string;
            month?: components["schemas"]["YearMonth"] | null;
            /**
             * Format: int64
             * @description 收入; zero of what goes out.
             */
            in_fen: Fen;
            /**
             * Format: int64
             * @description 支出, positive; zero of what comes in.
             */
            out_fen: Fen;
            /**
             * Format: int64
             * @description 账户余额 afterwards.
             */
            balance_fen: Fen;
            /** @description Who paid it. */
            employer_name?: string | null;
            /** @description What it is and how it was computed, in a sentence. */
            explanation: string;
        };
        /** @description 缴存月份台账: a month of a member. */
        MemberMonth: {
            month: components["schemas"]["YearMonth"];
            kind: components["schemas"]["MemberMonthKindCode"];
            /** Format: int64 */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description The entry that brought it.
             */
            entry_no: number;
            /** @description Who paid. */
            employer_name: string;
        };
        /**
         * @description remittance 汇缴，back_payment 补缴，prepayment 预缴，taken_over 期初转入，reversed 已冲销
         * @enum {string}
         */
        MemberMonthKindCode: "remittance" | "back_payment" | "prepayment" | "taken_over" | "reversed";
        /** @description Who somebody says to be, with the code that was sent. */
        MemberSignIn: {
            id_number: string;
            name: string;
            /** @description The mobile on file with the centre. */
            mobile: string;
            code: string;
        };
        /** @description A calendar year. */
        MemberYear: {
            /** Format: int32 */
            year: number;
            /**
             * Format: int64
             * @description 单位缴存额.
             */
            employer_fen: Fen;
            /**
             * Format: int64
             * @description 个人缴存额.
             */
            member_fen: Fen;
            /**
             * Format: int64
             * @description Both together.
             */
            total_fen: Fen;
            /** @description The latest first. */
            months: components["schemas"]["MemberYearMonth"][];
        };
        /** @description A month that was contributed for. */
        MemberYearMonth: {
            month: components["schemas"]["YearMonth"];
            /**
             * Format: int64
             * @description 单位缴存额.
             */
            employer_fen: Fen;
            /**
             * Format: int64
             * @description 个人缴存额.
             */
            member_fen: Fen;
            /** @description 记账日期. */
            posted_on: components["schemas"]["Day"];
        };
        /** @description What was contributed, by the year of the month, the latest first. */
        MemberYears: {
            years: components["schemas"]["MemberYear"][];
        };
        /**
         * @description A contributing member of the employer who doesn't stand in the roster. What is personal is
         *     masked.
         */
        MissingMember: {
            /** @description 个人账号. */
            account_no: components["schemas"]["Number"];
            name: string;
            id_number: string;
            /**
             * Format: int64
             * @description 缴存基数.
             */
            base_fen: Fen;
            /**
             * Format: int64
             * @description 月缴存额, both sides.
             */
            monthly_fen: Fen;
        };
        /** @description A new mobile of an account's member. */
        MobileChange: {
            /** @description 新手机号码. */
            mobile: string;
            /** @description 变更原因. */
            reason: components["schemas"]["MobileReasonCode"];
            /** @description 核验材料: what was seen. */
            document: components["schemas"]["SeenDocumentCode"];
            /** @description 说明; needed where the reason is another. */
            note?: string | null;
        };
        /** @description 手机号码变更: both numbers are masked. */
        MobileChanged: {
            /** @description None where there was none on file. */
            old_mobile?: string | null;
            new_mobile: string;
            reason: components["schemas"]["MobileReasonCode"];
            document: components["schemas"]["SeenDocumentCode"];
            note?: string | null;
            made_at: components["schemas"]["Moment"];
            /** @description By whom. */
            made_by_name: string;
        };
        /**
         * @description replaced 本人换号，recorded 补登手机号码，corrected 原登记有误，other 其他
         * @enum {string}
         */
        MobileReasonCode: "replaced" | "recorded" | "corrected" | "other";
        /** Format: date-time */
        Moment: string;
        /** @description How available the system was in a month, as far as it has come. */
        MonthAvailability: {
            month: components["schemas"]["YearMonth"];
            /**
             * Format: int64
             * @description The minutes in which it was to serve: all but those of announced stops and those of which nothing
             *     is known.
             */
            service_minutes: number;
            /**
             * Format: int64
             * @description The minutes of them in which nobody was served.
             */
            unserved_minutes: number;
            /**
             * Format: int64
             * @description The minutes of announced stops in which nobody was served.
             */
            planned_minutes: number;
            /**
             * Format: int64
             * @description The minutes of which nothing is known: between a backup and its restoring.
             */
            unknown_minutes: number;
            /**
             * Format: int64
             * @description What was served of the service time, in millionths rounded down.
             */
            served_ppm?: number | null;
            /** @description How often nobody was served. */
            outage_count: number;
            /** @description When, the latest first, a hundred at most. */
            outages: components["schemas"]["Outage"][];
        };
        /**
         * @description paid 已缴，assessed 待到账，owed 欠缴
         * @enum {string}
         */
        MonthStatusCode: "paid" | "assessed" | "owed";
        /**
         * @description allocated 分摊，returned 退回，taken_back 银行冲正，recovered 抵追款
         * @enum {string}
         */
        MovementKindCode: "allocated" | "returned" | "taken_back" | "recovered";
        /** @description The remittance that money is meant for. */
        NamedRemittance: {
            remittance_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
            month: components["schemas"]["YearMonth"];
        };
        /** @description What goes where. Each remittance gets exactly what it expects. */
        NewAllocation: {
            lines: components["schemas"]["NewAllocationLine"][];
        };
        /** @description So much of an item goes to a remittance. */
        NewAllocationLine: {
            suspense_id: components["schemas"]["Id"];
            remittance_id: components["schemas"]["Id"];
            /** Format: int64 */
            amount_fen: Fen;
        };
        /** @description An employer that a payer is to pay for. */
        NewArrangement: {
            employer_id: components["schemas"]["Id"];
            /** @description From when. */
            first_day: components["schemas"]["Day"];
            last_day?: components["schemas"]["Day"] | null;
        };
        /** @description An arrival as the accountant copies it from the bank's advice. */
        NewArrival: {
            /** @description The centre's account that the money came into. */
            bank_account_id: components["schemas"]["Id"];
            /** @description 银行流水号: once in the bank account. */
            bank_serial: string;
            /** Format: int64 */
            amount_fen: Fen;
            /** @description 起息日. */
            value_date: components["schemas"]["Day"];
            /** @description 付款人. */
            payer_name: string;
            /** @description 付款账号, empty where the bank gives none. */
            payer_account: string;
            /** @description 摘要. */
            remark: string;
            /** @description 缴款码, when the payer gave one: of a remittance, or it is refused. */
            payment_code?: string | null;
        };
        /** @description What a 缴存证明 is to list. */
        NewContributionCertificate: {
            /**
             * Format: int32
             * @description How many months of contributions: 12 or 24.
             */
            months: number;
        };
        /** @description Which entry a 入账回单 is to be of. */
        NewEntryReceipt: {
            /**
             * Format: int64
             * @description 明细序号.
             */
            entry_no: number;
        };
        /** @description What the member's own 缴存证明 is to list. */
        NewOwnCertificate: {
            /**
             * Format: int32
             * @description How many months of contributions: 12, which it is unless said, or 24.
             */
            months?: number | null;
        };
        /** @description A payer to be registered. */
        NewPayer: {
            /** @description 代付单位名称. */
            name: string;
            /** @description 代付类型. */
            kind: components["schemas"]["PayerKindCode"];
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description 付款账户号码. */
            account_number: string;
            /** @description 代付依据: the document. */
            basis: string;
            /** @description For whom it pays; at most 500 at once. */
            employers: components["schemas"]["NewArrangement"][];
        };
        /** @description So much of an item of suspense is what was to come back. */
        NewRecovered: {
            suspense_id: components["schemas"]["Id"];
            /** Format: int64 */
            amount_fen: Fen;
        };
        /** @description 角色 as somebody makes it. It never changes: who needs other rights gets another role. */
        NewRole: {
            /** @description Letters, digits, `_` and `-`, unique in the centre. */
            code: string;
            name: string;
            /** @description 数据范围. */
            data_scope: components["schemas"]["DataScopeCode"];
            /** @description The codes of its actions, all of one power. */
            actions: string[];
        };
        /** @description Members of an employer who stop contributing. */
        NewSealing: {
            employer_id: components["schemas"]["Id"];
            /** @description 封存年月: the first month that the employer no longer contributes for. */
            from_month: components["schemas"]["YearMonth"];
            /** @description `forced` is the end of a transfer case and can't be asked for here. */
            reason: components["schemas"]["SealReasonCode"];
            /** @description Must be there when the reason is `other`. */
            note?: string | null;
            members: components["schemas"]["SealedMembers"];
        };
        Number: string;
        /** @description A roster that waits to be confirmed. */
        OpenRoster: {
            roster_id: components["schemas"]["Id"];
            month: components["schemas"]["YearMonth"];
        };
        /** @description A session that goes on. */
        OpenSession: {
            session_id: components["schemas"]["Id"];
            /** @description The browser and system, in a few words. */
            device?: string | null;
            address?: string | null;
            signed_in_at: components["schemas"]["Moment"];
            /** @description When something last came, to a minute. */
            seen_at: components["schemas"]["Moment"];
            /** @description Whether it is the one that asks. */
            is_this: boolean;
        };
        /** @description 无服务时段: a time in which nobody was served. */
        Outage: {
            from: components["schemas"]["Moment"];
            to: components["schemas"]["Moment"];
            /** Format: int64 */
            minutes: number;
            cause: components["schemas"]["OutageCauseCode"];
            /** @description The reason that was announced for a planned one. */
            reason?: string | null;
        };
        /**
         * @description vanished 意外中断，stopped 未经登记的停止，planned 计划停机，unknown 恢复备份，情况不明
         * @enum {string}
         */
        OutageCauseCode: "vanished" | "stopped" | "planned" | "unknown";
        /**
         * @description done 完成，denied 越权拒绝，failed 失败
         * @enum {string}
         */
        OutcomeCode: "done" | "denied" | "failed";
        /** @description 欠缴月份: a month that an employer owes a member. */
        OwedMonth: {
            month: components["schemas"]["YearMonth"];
            /** @description Assessed while a remittance for it awaits its money, else owed. */
            status: components["schemas"]["MonthStatusCode"];
            /**
             * Format: int64
             * @description What was assessed for it; else an estimate, what a month came to last.
             */
            amount_fen: Fen;
            employer_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
            remittance_id?: components["schemas"]["Id"] | null;
        };
        /** @description A paper of the member. */
        OwnCertificate: {
            certificate_id: components["schemas"]["Id"];
            kind: components["schemas"]["CertificateKindCode"];
            kind_label: string;
            status: components["schemas"]["CertificateStatusCode"];
            /** @description 核验码, as it stands on the paper. */
            code: string;
            issued_at: components["schemas"]["Moment"];
            title: string;
        };
        /** @description The member's papers, the latest first. */
        OwnCertificates: {
            items: components["schemas"]["OwnCertificate"][];
        };
        /** @description One's own password, typed again. */
        OwnPassword: {
            password: string;
        };
        /** @description An employer whose money something is. */
        Owner: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
        };
        /**
         * @description employer 单位自付，registered 代付，unregistered 未登记代付
         * @enum {string}
         */
        PaidByCode: "employer" | "registered" | "unregistered";
        /** @description 代付关系: that a payer pays for an employer. */
        PaidEmployer: {
            arrangement_id: components["schemas"]["Id"];
            payer_id: components["schemas"]["Id"];
            /** @description 代付单位名称. */
            payer_name: string;
            payer_kind: components["schemas"]["PayerKindCode"];
            employer_id: components["schemas"]["Id"];
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            /** @description 单位名称. */
            employer_name: string;
            /** @description From when. */
            first_day: components["schemas"]["Day"];
            last_day?: components["schemas"]["Day"] | null;
            /** @description The document that it stands on. */
            basis: string;
            made_at: components["schemas"]["Moment"];
            made_by: string;
            /** @description Why it was ended, when it was. */
            ended_reason?: string | null;
            /** @description Whether its last day is still to come. */
            lasts: boolean;
            /** @description Whether the caller may end it. */
            can_end: boolean;
        };
        /** @description The present password and the one to come. */
        PasswordChange: {
            old_password: string;
            password: string;
        };
        /** @description A new password. */
        PasswordReset: {
            /** @description Told this once; null when the request was repeated. */
            initial_password?: string | null;
        };
        /** @description An account of the centre to pay to. */
        PayTo: {
            /** @description 户名. */
            account_name: string;
            /** @description 开户银行. */
            bank_name: string;
            /** @description 账号. */
            account_number: string;
        };
        /** @description How what a payer pays for changes. */
        PayerChange: {
            /** @description 变更依据: the document. */
            basis: string;
            /** @description Arrangements that end. */
            end: components["schemas"]["ArrangementEnd"][];
            /** @description Employers that it pays for from now on; at most 500 at once. */
            add: components["schemas"]["NewArrangement"][];
        };
        /** @description Why a payer is ended. */
        PayerEnd: {
            /** @description On one line. */
            reason: string;
        };
        /**
         * @description fiscal 财政统发，dispatch 劳务派遣，other 其他代付
         * @enum {string}
         */
        PayerKindCode: "fiscal" | "dispatch" | "other";
        /** @description A registered payer. */
        PayerRegistered: {
            payer_id: components["schemas"]["Id"];
        };
        /**
         * @description paying 代付中，ended 已终止
         * @enum {string}
         */
        PayerStatusCode: "paying" | "ended";
        /** @description 代付单位: a legal person that pays for employers. */
        PayerSummary: {
            payer_id: components["schemas"]["Id"];
            /** @description 代付单位编号. */
            serial: string;
            /** @description 代付单位名称. */
            name: string;
            kind: components["schemas"]["PayerKindCode"];
            /** @description 统一社会信用代码. */
            credit_code: string;
            /** @description 付款账户号码, masked. */
            account_number: string;
            /** @description 代付依据. */
            basis: string;
            status: components["schemas"]["PayerStatusCode"];
            /**
             * Format: int64
             * @description How many employers it pays for today.
             */
            employers: number;
            registered_at: components["schemas"]["Moment"];
            registered_by: string;
            ended_at?: components["schemas"]["Moment"] | null;
            /** @description Why it was ended. */
            ended_reason?: string | null;
            /** @description What the caller may do with it: `change`, `end`. */
            can: string[];
        };
        /** @description A change that waits for approval; nothing is done yet. */
        PendingApproval: {
            approval_id: components["schemas"]["Id"];
        };
        /** @description 会计期间. */
        Period: {
            month: components["schemas"]["YearMonth"];
            status: components["schemas"]["PeriodStatusCode"];
            /**
             * Format: int64
             * @description How many vouchers it had when it closed.
             */
            vouchers?: number | null;
            closed_at?: components["schemas"]["Moment"] | null;
        };
        /** @description A closed month. */
        PeriodClosed: {
            month: components["schemas"]["YearMonth"];
            status: components["schemas"]["PeriodStatusCode"];
        };
        /**
         * @description open 未结账，closed 已结账
         * @enum {string}
         */
        PeriodStatusCode: "open" | "closed";
        /** @description A new version of a parameter, as the document says. */
        PolicyChange: {
            /** @description As people write it: yuan, a percentage, a number, a term in days; or a choice's `value`. */
            value: string;
            /** @description 生效日期. */
            effective_from: components["schemas"]["Day"];
            /** @description 文件名称. */
            source_title: string;
            /** @description 文号. */
            source_number: string;
            /** @description 文件日期. */
            source_date: components["schemas"]["Day"];
            resolution_id?: components["schemas"]["Id"] | null;
            /** @description 备注, such as the article. */
            note?: string | null;
            /** @description 变更原因. */
            reason: string;
        };
        /** @description A recorded version. */
        PolicyChanged: {
            policy_version_id: components["schemas"]["Id"];
        };
        /** @description A value to choose: as it is sent, and as people read it. */
        PolicyChoice: {
            value: string;
            label: string;
        };
        /** @description A policy parameter: what holds now, and every version. */
        PolicyItem: {
            key: string;
            label: string;
            unit: string;
            kind: components["schemas"]["ValueKindCode"];
            /** @description Which rules read it. */
            used_for: string;
            /** @description Whether a version has to cite a resolution of the management committee. */
            by_committee: boolean;
            /** @description What a person may choose from; empty where the value is typed. */
            choices: components["schemas"]["PolicyChoice"][];
            /** @description What holds now; null when no version does. */
            value?: string | null;
            effective_from?: components["schemas"]["Day"] | null;
            source?: string | null;
            earliest?: components["schemas"]["Day"] | null;
            /** @description The latest first, those yet to come and those withdrawn included. */
            history: components["schemas"]["PolicyVersion"][];
            /** @description What the caller may do: `change`. */
            can: string[];
        };
        /** @description The resolution that a version rests on. */
        PolicyResolution: {
            resolution_id: components["schemas"]["Id"];
            /** @description 决议文号. */
            number: string;
        };
        /** @description A value from a date on. */
        PolicyVersion: {
            policy_version_id: components["schemas"]["Id"];
            /** @description As people read it. */
            value: string;
            state: components["schemas"]["VersionStateCode"];
            effective_from: components["schemas"]["Day"];
            /** @description The document that sets it, with its number and what else is noted. */
            source: string;
            source_title: string;
            source_number: string;
            source_date?: components["schemas"]["Day"] | null;
            resolution?: components["schemas"]["PolicyResolution"] | null;
            note: string;
            /** @description Why it was recorded. */
            reason: string;
            recorded_at: components["schemas"]["Moment"];
            /** @description The name of who recorded it. */
            recorded_by: string;
            withdrawal?: components["schemas"]["PolicyWithdrawal"] | null;
            /** @description What the caller may do: `withdraw`. */
            can: string[];
        };
        /** @description A version that was withdrawn. */
        PolicyVersionWithdrawn: {
            policy_version_id: components["schemas"]["Id"];
        };
        /** @description That a version was withdrawn before it came into force. */
        PolicyWithdrawal: {
            at: components["schemas"]["Moment"];
            /** @description The name of who withdrew it. */
            by: string;
            reason: string;
        };
        /** @description A refusal on the wire (RFC 9457). */
        Problem: {
            /** @description Always `about:blank`: the code says more. */
            type: string;
            /** @description The status's standard words. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The stable code, as `voucher_unbalanced`. */
            code: string;
            /** @description The sentence for people. */
            detail: string;
            /** @description The field or JSON pointer that it is about. */
            field?: string | null;
            /** @description What is wrong, field by field. */
            findings?: components["schemas"]["ProblemFinding"][];
            see?: components["schemas"]["See"] | null;
        };
        /** @description One thing that is wrong with one field. */
        ProblemFinding: {
            /** @description The field or JSON pointer. */
            field: string;
            /** @description The stable code. */
            code: string;
            /** @description The sentence to show beside the field. */
            sentence: string;
        };
        /** @description Why something is so, in a code and in words. */
        Reason: {
            /** @description The stable code. */
            code: string;
            /** @description The sentence for people. */
            sentence: string;
        };
        /** @description Money that came back. */
        Recovered: {
            voucher_id: components["schemas"]["Id"];
        };
        /**
         * @description 追款: what is to come back: a bank took it back after it was posted, or a reversal found it no
         *     longer in an account.
         */
        Recovery: {
            recovery_id: components["schemas"]["Id"];
            /** @description 追款流水号. */
            serial: string;
            kind: components["schemas"]["RecoveryKindCode"];
            arrival_id?: components["schemas"]["Id"] | null;
            /** @description 到账流水号 of the wire. */
            arrival_serial?: string | null;
            payer_name?: string | null;
            owner?: components["schemas"]["Owner"] | null;
            debtor?: components["schemas"]["Debtor"] | null;
            /** Format: int64 */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description What is still to come back.
             */
            left_fen: Fen;
            status: components["schemas"]["RecoveryStatusCode"];
            /** @description Why the bank took it back, or the remittance was reversed. */
            reason: string;
            /** @description 记账日期. */
            business_date: components["schemas"]["Day"];
            /**
             * Format: int32
             * @description Calendar days since then.
             */
            age_days: number;
            voucher_id: components["schemas"]["Id"];
        };
        /** @description 恢复码, told this once. */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        /**
         * @description taken_back 银行冲正，shortfall 错缴
         * @enum {string}
         */
        RecoveryKindCode: "taken_back" | "shortfall";
        /**
         * @description open 追款中，recovered 已追回
         * @enum {string}
         */
        RecoveryStatusCode: "open" | "recovered";
        /** @description 汇缴. */
        Remittance: components["schemas"]["RemittanceSummary"] & {
            /** @description 单位账号. */
            employer_no: components["schemas"]["Number"];
            due_on?: components["schemas"]["Day"] | null;
            /** @description Who posted it; null before that. */
            posted_by?: string | null;
            /** @description The roster it was assessed from. */
            roster_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description 单位缴存额.
             */
            employer_fen: Fen;
            /**
             * Format: int64
             * @description 个人缴存额.
             */
            member_fen: Fen;
            /** @description Its vouchers in order, those that took them back last. */
            voucher_ids: components["schemas"]["Id"][];
            /** @description What filled it, in order. */
            fundings: components["schemas"]["Funding"][];
            /**
             * Format: int64
             * @description What waits for it: too little came, or too much for the month before.
             */
            waiting_fen: Fen;
            /**
             * Format: int64
             * @description What else of the employer's waits in suspense.
             */
            employer_waiting_fen: Fen;
            /** @description What it was held against when it was assessed. */
            rules: components["schemas"]["RuleLine"][];
            shortfall?: components["schemas"]["ReversalShortfall"] | null;
            /** @description What the caller may do with it: `cancel`, `allocate`, `reverse`. */
            can: string[];
            assessed_at: components["schemas"]["Moment"];
            assessed_by: string;
            /** @description Why it was cancelled or reversed. */
            ended_reason?: string | null;
        };
        /** @description A remittance that was assessed. */
        RemittanceAssessed: {
            remittance_id: components["schemas"]["Id"];
        };
        /** @description A line of a remittance. What is personal is masked. */
        RemittanceLine: {
            /** Format: int64 */
            line_no: number;
            account_no: components["schemas"]["Number"];
            name: string;
            /**
             * Format: int64
             * @description 缴存基数.
             */
            base_fen: Fen;
            /** Format: int64 */
            employer_fen: Fen;
            /** Format: int64 */
            member_fen: Fen;
        };
        /** @description Why a remittance is reversed. */
        RemittanceReversal: {
            /** @description On one line. */
            reason: string;
            /**
             * Format: int64
             * @description What the preview told that accounts lack together, and that becomes receivable; nothing when
             *     they lack nothing.
             */
            shortfall_fen?: Fen | null;
        };
        /** @description A reversed remittance. */
        RemittanceReversed: {
            /** @description The vouchers that take it back. */
            voucher_ids: components["schemas"]["Id"][];
        };
        /**
         * @description assessed 待到账，posting 入账中，posted 已入账，reversed 已冲销，cancelled 已取消
         * @enum {string}
         */
        RemittanceStatusCode: "assessed" | "posting" | "posted" | "reversed" | "cancelled";
        /** @description 汇缴 as its list shows it. */
        RemittanceSummary: {
            remittance_id: components["schemas"]["Id"];
            /** @description 汇缴流水号. */
            serial: string;
            employer_id: components["schemas"]["Id"];
            employer_name: string;
            /** @description 缴存年月. */
            month: components["schemas"]["YearMonth"];
            status: components["schemas"]["RemittanceStatusCode"];
            /**
             * Format: int64
             * @description 汇缴人数.
             */
            people: number;
            /**
             * Format: int64
             * @description 应缴金额: what has to arrive, exactly.
             */
            expected_fen: Fen;
            /** @description 缴款码. */
            payment_code: string;
            posted_on?: components["schemas"]["Day"] | null;
        };
        /** @description 管委会决议 as its page shows it. */
        Resolution: components["schemas"]["ResolutionSummary"] & {
            /** @description What was resolved. */
            content: string;
            /** @description The signed document: the stored file, by the SM3 of its bytes. */
            document?: string | null;
            recorded_at: components["schemas"]["Moment"];
            recorded_by_name: string;
            /** @description Null unless it was voided. */
            voided_by_name?: string | null;
            void_reason?: string | null;
            /** @description What rests on it. */
            citations: components["schemas"]["ResolutionCitation"][];
            /** @description What the caller may do: `void`. */
            can: string[];
        };
        /** @description Something that rests on a resolution. */
        ResolutionCitation: {
            subject_kind: string;
            subject_id: string;
        };
        /** @description A resolution as the minutes tell it. */
        ResolutionRecord: {
            /** @description 决议文号. */
            number: string;
            /** @description 决议名称. */
            title: string;
            /** @description 决议事项. */
            matter: components["schemas"]["MatterCode"];
            /** @description 决议内容, on one line. */
            content: string;
            /**
             * Format: int64
             * @description 同意.
             */
            in_favour: number;
            /**
             * Format: int64
             * @description 反对.
             */
            against: number;
            /**
             * Format: int64
             * @description 弃权.
             */
            abstained: number;
            /** @description Whether it was adopted. */
            adopted: boolean;
            /** @description The signed document: a stored file. */
            document?: string | null;
        };
        /** @description A recorded resolution. */
        ResolutionRecorded: {
            resolution_id: components["schemas"]["Id"];
        };
        /** @description 管委会决议. */
        ResolutionSummary: {
            resolution_id: components["schemas"]["Id"];
            /** @description 决议文号. */
            number: string;
            title: string;
            matter: components["schemas"]["MatterCode"];
            meeting_id: components["schemas"]["Id"];
            meeting_title: string;
            /** @description The day of the meeting. */
            held_on: components["schemas"]["Day"];
            /**
             * Format: int64
             * @description 同意.
             */
            in_favour: number;
            /**
             * Format: int64
             * @description 反对.
             */
            against: number;
            /**
             * Format: int64
             * @description 弃权.
             */
            abstained: number;
            adopted: boolean;
            voided_at?: components["schemas"]["Moment"] | null;
        };
        /** @description Why a resolution is voided. */
        ResolutionVoiding: {
            reason: string;
        };
        /** @description What a reversal would do to the members. */
        ReversalPreview: {
            /**
             * Format: int64
             * @description Members of the remittance.
             */
            people: number;
            /**
             * Format: int64
             * @description What it brought them, and the reversal takes.
             */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description Members whose accounts don't hold what it takes, or are frozen or closed.
             */
            short_people: number;
            /**
             * Format: int64
             * @description What they lack together: it becomes receivable, and the reversal must name it.
             */
            short_fen: Fen;
            /** @description The first of them, by account; at most 200. */
            members: components["schemas"]["ShortMember"][];
        };
        /** @description What a reversal made receivable. */
        ReversalShortfall: {
            /**
             * Format: int64
             * @description Of how many members.
             */
            people: number;
            /** Format: int64 */
            amount_fen: Fen;
        };
        /** @description 角色. */
        Role: {
            code: string;
            name: string;
            /** @description 数据范围. */
            data_scope: components["schemas"]["DataScopeCode"];
            /** @description The codes of its actions. */
            actions: string[];
            /** @description The active staff who have it. */
            staff: components["schemas"]["RoleHolder"][];
        };
        /** @description A role that was added. */
        RoleAdded: {
            role_id: components["schemas"]["Id"];
        };
        /** @description Someone who has a role. */
        RoleHolder: {
            staff_id: components["schemas"]["Id"];
            name: string;
        };
        /** @description A role by its code and name. */
        RoleName: {
            code: string;
            name: string;
        };
        /** @description 清册. */
        Roster: components["schemas"]["RosterSummary"] & {
            /** @description The uploaded file. */
            file: string;
            /** @description Titles of columns that nothing was read from. */
            unknown_columns: string[];
            skipped_rows: components["schemas"]["SkippedRow"][];
            /** @description What to know of how the file was read: hidden rows, several sheets, old ID numbers. */
            notes: components["schemas"]["RosterNote"][];
            /** @description How amounts were rounded, in words. */
            rounding: string;
            /** @description What the caller may do with it: `confirm`, `discard`, `export`. */
            can: string[];
        };
        /**
         * @description open 新开户，continue 续缴，rebase 调整，unseal 启封，transfer 转入
         * @enum {string}
         */
        RosterChangeCode: "open" | "continue" | "rebase" | "unseal" | "transfer";
        /** @description One thing wrong with a line. */
        RosterFinding: {
            code: string;
            /** @description The title of the column. */
            column: string;
            /** @description What would be right. */
            sentence: string;
        };
        /**
         * @description A line of a roster. What is personal is masked; amounts are null where the row doesn't allow to
         *     tell.
         */
        RosterLine: {
            /** Format: int64 */
            line_no: number;
            /**
             * Format: int64
             * @description The row in the file, as the spreadsheet program numbers it.
             */
            sheet_row: number;
            name: string;
            id_number: string;
            account_no?: components["schemas"]["Number"] | null;
            change: components["schemas"]["RosterChangeCode"];
            /** Format: int64 */
            base_fen?: Fen | null;
            /** Format: int64 */
            employer_rate_ppb?: number | null;
            /** Format: int64 */
            member_rate_ppb?: number | null;
            /** Format: int64 */
            employer_fen?: Fen | null;
            /** Format: int64 */
            member_fen?: Fen | null;
            first_month?: components["schemas"]["YearMonth"] | null;
            /** @description Everything wrong with it. */
            findings: components["schemas"]["RosterFinding"][];
        };
        /** @description Something to know of how a file was read; it keeps nothing back. */
        RosterNote: {
            code: string;
            sentence: string;
        };
        /**
         * @description previewed 待确认，confirmed 已确认，discarded 已失效
         * @enum {string}
         */
        RosterStatusCode: "previewed" | "confirmed" | "discarded";
        /** @description 清册 as its list shows it. */
        RosterSummary: {
            roster_id: components["schemas"]["Id"];
            employer_id: components["schemas"]["Id"];
            employer_name: string;
            /** @description 缴存年月. */
            month: components["schemas"]["YearMonth"];
            status: components["schemas"]["RosterStatusCode"];
            /** Format: int64 */
            rows: number;
            /**
             * Format: int64
             * @description Rows that keep it from being confirmed.
             */
            faulty_rows: number;
            /**
             * Format: int64
             * @description 新开户.
             */
            new_accounts: number;
            /**
             * Format: int64
             * @description 基数调整.
             */
            changed_bases: number;
            /**
             * Format: int64
             * @description 启封: sealed here before, taken up again.
             */
            unsealed_accounts: number;
            /**
             * Format: int64
             * @description 转入: sealed elsewhere before, brought over.
             */
            transferred_accounts: number;
            /**
             * Format: int64
             * @description Contributing members of the employer who don't stand in it.
             */
            missing_members: number;
            /** Format: int64 */
            employer_amount_fen: Fen;
            /** Format: int64 */
            member_amount_fen: Fen;
            /**
             * Format: int64
             * @description Both sides.
             */
            total_fen: Fen;
            created_at: components["schemas"]["Moment"];
            created_by: string;
            remittance_id?: components["schemas"]["Id"] | null;
        };
        /** @description A roster to be read. */
        RosterUpload: {
            /** @description The stored file. */
            file: string;
            /** @description 缴存年月. */
            month: components["schemas"]["YearMonth"];
        };
        /** @description A roster that was read and judged. */
        RosterUploaded: {
            roster_id: components["schemas"]["Id"];
        };
        /** @description How many rows a filter selects. */
        RowCount: {
            /** Format: int64 */
            value: number;
            /** @description Whether it is all of them; else counting stopped there. */
            exact: boolean;
        };
        /** @description A rule with what it looked at and what it said. */
        RuleLine: {
            rule: string;
            input: string;
            limit: string;
            /** @description The document that the limit comes from. */
            source: string;
            verdict: components["schemas"]["VerdictCode"];
        };
        /** @description A line of a summary voucher. */
        RunLine: {
            account_code: string;
            account_name: string;
            /** Format: int64 */
            debit_fen: Fen;
            /** Format: int64 */
            credit_fen: Fen;
        };
        /**
         * @description terminated 与单位终止劳动关系，moved 调往其他单位，retired 离休、退休，died 死亡或被宣告死亡，unpaid_leave 停薪留职，forced 凭证明强制封存，other 其他
         * @enum {string}
         */
        SealReasonCode: "terminated" | "moved" | "retired" | "died" | "unpaid_leave" | "forced" | "other";
        /** @description Whose accounts are sealed. */
        SealedMembers: {
            /** @description These. */
            accounts: components["schemas"]["Number"][];
        } | {
            /** @description Everyone who contributes with the employer and doesn't stand in this roster of it. */
            missing_from: components["schemas"]["Id"];
        };
        /** @description Accounts that were sealed. */
        SealingMade: {
            sealing_id: components["schemas"]["Id"];
        };
        /** @description A code of the authenticator app; when giving it, a recovery code does as well. */
        SecondFactorCode: {
            code: string;
        };
        /** @description What an authenticator app is to know. */
        SecondFactorSecret: {
            /** @description As people type it. */
            secret: string;
            /** @description As apps read it from a picture. */
            uri: string;
        };
        /** @description A second factor set up; the session goes on under a new cookie. */
        SecondFactorSetUp: {
            /** @description 恢复码, told this once. */
            recovery_codes: string[];
            /** @description What changes carry as `X-CSRF-Token` from now on. */
            csrf_token: string;
        };
        /** @description Where a refusal sends people: the thing that stands in the way. */
        See: {
            /** @description What it is, as the audit trail names its subjects: `remittance`, `arrival`. */
            kind: string;
            /** @description Its id. */
            id: string;
            /** @description What people know it by, such as its serial. */
            label: string;
        };
        /**
         * @description resident_id 本人居民身份证原件，other_id 本人其他有效证件原件，proxy 委托书及双方证件原件
         * @enum {string}
         */
        SeenDocumentCode: "resident_id" | "other_id" | "proxy";
        /** @description A server that serves now. */
        ServingServer: {
            /** @description Since when, without a break. */
            began_at: components["schemas"]["Moment"];
            /** @description When it last said so. */
            beaten_at: components["schemas"]["Moment"];
        };
        /** @description Who is signed in, what the one may do, and where. */
        Session: {
            staff_id: components["schemas"]["Id"];
            /** @description The name on vouchers. */
            name: string;
            sign_in_name: string;
            branch?: components["schemas"]["SessionBranch"] | null;
            /** @description The names of the roles. */
            roles: string[];
            /** @description The codes of the actions that are permitted somewhere. */
            actions: string[];
            /** @description What changes carry as `X-CSRF-Token`. */
            csrf_token: string;
            centre: components["schemas"]["SessionCentre"];
            business_day?: components["schemas"]["SessionDay"] | null;
            gate?: components["schemas"]["GateCode"] | null;
            /** @description The sign-in before this one. */
            before: components["schemas"]["SessionBefore"];
            password_ends_on?: components["schemas"]["Day"] | null;
        };
        /** @description What came before a session. */
        SessionBefore: {
            signed_in_at?: components["schemas"]["Moment"] | null;
            address?: string | null;
            /**
             * Format: int64
             * @description Attempts that failed in a row since.
             */
            failures: number;
        };
        /** @description The branch that someone works in. */
        SessionBranch: {
            branch_id: components["schemas"]["Id"];
            name: string;
        };
        /** @description The centre that someone works for. */
        SessionCentre: {
            /** Format: int64 */
            centre_id: number;
            name: string;
        };
        /** @description The open business day. */
        SessionDay: {
            date: components["schemas"]["Day"];
            status: components["schemas"]["DayStatusCode"];
        };
        /** @description A member whose account doesn't hold what a reversal takes. What is personal is masked. */
        ShortMember: {
            account_no: components["schemas"]["Number"];
            name: string;
            status: components["schemas"]["AccountStatusCode"];
            /**
             * Format: int64
             * @description 当年归集余额.
             */
            held_fen: Fen;
            /**
             * Format: int64
             * @description What the reversal takes.
             */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description What of it becomes a claim on the member.
             */
            short_fen: Fen;
        };
        /**
         * @description debit 借，credit 贷
         * @enum {string}
         */
        SideCode: "debit" | "credit";
        /** @description A name and a password. */
        SignIn: {
            name: string;
            password: string;
        };
        /** @description 登录情况: how somebody signs in. */
        SignIns: {
            signed_in_at?: components["schemas"]["Moment"] | null;
            signed_in_from?: string | null;
            /**
             * Format: int64
             * @description Attempts that failed in a row since.
             */
            failures: number;
            locked_until?: components["schemas"]["Moment"] | null;
            password_set_at: components["schemas"]["Moment"];
            /** @description Whether the password is still the one made for them. */
            password_initial: boolean;
            second_factor_at?: components["schemas"]["Moment"] | null;
            /**
             * Format: int64
             * @description Recovery codes not used yet.
             */
            recovery_codes: number;
            /** @description The sessions that go on, the latest first. */
            sessions: components["schemas"]["OpenSession"][];
            /** @description What the caller may do: `end_sessions`, `unlock`, `reset_second_factor`. */
            can: string[];
        };
        /** @description How exported files are signed, and the public key. */
        SigningKey: {
            /** @description Of the signature: SM2 with SM3 (GB/T 32918.2), in DER. */
            algorithm: string;
            /** @description 用户标识, which both sides of SM2 must know. */
            signer_id: string;
            /** @description The public key, PEM. */
            public_key: string;
        };
        /** @description A row of the file that is no line of the roster. */
        SkippedRow: {
            /**
             * Format: int64
             * @description As the spreadsheet program numbers it.
             */
            row: number;
            reason: string;
        };
        /** @description 岗位: where a staff member works and which roles they have, as a whole. */
        StaffAssignment: {
            branch_id?: components["schemas"]["Id"] | null;
            department_id?: components["schemas"]["Id"] | null;
            /** @description The codes of all roles, at least one. */
            roles: string[];
        };
        /** @description A staff member who was put elsewhere. */
        StaffChanged: {
            staff_id: components["schemas"]["Id"];
        };
        /** @description 工作人员. */
        StaffMember: {
            staff_id: components["schemas"]["Id"];
            /** @description 登录名. */
            sign_in_name: string;
            /** @description 姓名. */
            name: string;
            branch_id?: components["schemas"]["Id"] | null;
            /** @description 管理部. */
            branch_name?: string | null;
            department_id?: components["schemas"]["Id"] | null;
            /** @description 科室. */
            department_name?: string | null;
            /** @description 电话, masked. */
            phone?: string | null;
            status: components["schemas"]["StaffStatusCode"];
            /** @description When they were added. */
            added_at: components["schemas"]["Moment"];
            left_at?: components["schemas"]["Moment"] | null;
            /** @description By code. */
            roles: components["schemas"]["RoleName"][];
            /** @description What the caller may do: `change`, `leave`, `reset_password`. */
            can: string[];
        };
        /**
         * @description active 在职，left 离职
         * @enum {string}
         */
        StaffStatusCode: "active" | "left";
        /** @description A file that the server keeps. */
        StoredFile: {
            /** @description Its name in the system: the SM3 of its bytes, in hexadecimal digits. */
            file: string;
            /**
             * Format: int64
             * @description Its bytes.
             */
            size: number;
            /** @description What it was called when these bytes were uploaded first. */
            name: string;
        };
        /** @description 暂收: arrived money that waits for what it is meant for, and why. */
        Suspense: {
            suspense_id: components["schemas"]["Id"];
            /** @description 暂收流水号. */
            serial: string;
            arrival_id: components["schemas"]["Id"];
            /** Format: int64 */
            amount_fen: Fen;
            /**
             * Format: int64
             * @description What of it still waits.
             */
            left_fen: Fen;
            owner?: components["schemas"]["Owner"] | null;
            /**
             * @description Where nobody knew whose it is: the employers to whose remittances it was allocated, three at
             *     most.
             */
            allocated_to: components["schemas"]["Owner"][];
            /** @description Whether it was allocated to more employers than those. */
            allocated_to_more: boolean;
            named?: components["schemas"]["NamedRemittance"] | null;
            reason: components["schemas"]["Reason"];
            /**
             * @description Why it waits no more for what its reason says: that was paid with other money or given up.
             *     It is free to be allocated or returned.
             */
            freed?: string | null;
            status: components["schemas"]["SuspenseStatusCode"];
            payer_name: string;
            /** @description 摘要. */
            remark: string;
            /** @description 记账日期. */
            business_date: components["schemas"]["Day"];
            /**
             * Format: int32
             * @description Calendar days since then.
             */
            age_days: number;
            /** @description The voucher that put it here. */
            voucher_id: components["schemas"]["Id"];
        };
        /** @description 暂收变动. */
        SuspenseMovement: {
            /**
             * Format: int64
             * @description Counts from 1 in the item.
             */
            movement_no: number;
            kind: components["schemas"]["MovementKindCode"];
            /** Format: int64 */
            amount_fen: Fen;
            /** @description What it went to, such as `remittance`. */
            purpose?: string | null;
            /** @description The id of that. */
            purpose_id?: string | null;
            /** @description 银行流水号 of a return or of the bank's correction. */
            bank_serial?: string | null;
            value_date?: components["schemas"]["Day"] | null;
            reason: string;
            business_date: components["schemas"]["Day"];
            voucher_id: components["schemas"]["Id"];
            made_at: components["schemas"]["Moment"];
            made_by: string;
        };
        /** @description A return as the accountant writes it off the bank's advice. */
        SuspenseReturn: {
            /**
             * Format: int64
             * @description All that is left, or a part.
             */
            amount_fen: Fen;
            /** @description 银行流水号 of the payment. */
            bank_serial: string;
            /** @description The day the bank paid it. */
            value_date: components["schemas"]["Day"];
            reason: string;
        };
        /** @description Money that went back. */
        SuspenseReturned: {
            voucher_id: components["schemas"]["Id"];
        };
        /**
         * @description waiting 待处理，settled 已处理
         * @enum {string}
         */
        SuspenseStatusCode: "waiting" | "settled";
        /** @description 系统状态: how the system is. */
        SystemStatus: {
            /** @description When this was so. */
            at: components["schemas"]["Moment"];
            /** @description The version of the program that answers. */
            version: string;
            /** @description What kind of database it is: `SQLite`, `PostgreSQL`. */
            database: string;
            /**
             * Format: int64
             * @description How large the database is, all its centres together.
             */
            database_bytes: number;
            /** @description The connections to it that the server that answers uses now. */
            connections_in_use: number;
            /** @description How many it may use. */
            connections_max: number;
            /** @description The servers that serve now, as far as their beats tell. */
            servers: components["schemas"]["ServingServer"][];
            /** @description How far the bookkeeper is, book by book. */
            books: components["schemas"]["BookStanding"][];
            /**
             * Format: int64
             * @description Audit events that wait to be sealed.
             */
            audit_waiting: number;
            /**
             * Format: int64
             * @description How long the oldest of them waits.
             */
            audit_age_s: number;
            jobs: components["schemas"]["JobCounts"];
            last_close?: components["schemas"]["LastClose"] | null;
            last_backup_at?: components["schemas"]["Moment"] | null;
            /**
             * Format: int64
             * @description Since when nothing is backed up: since then, or since the centre was registered.
             */
            backup_age_s: number;
            /** @description How available the system was, the present month first. */
            availability: components["schemas"]["MonthAvailability"][];
        };
        /** @description Something that happened. */
        TimelineEvent: {
            /**
             * Format: int64
             * @description Tells it from the thing's other events.
             */
            event_no: number;
            kind: components["schemas"]["EventKindCode"];
            at: components["schemas"]["Moment"];
            /** @description By whom; nobody's name where that isn't told. */
            by?: string | null;
            /** @description What happened, in a sentence. */
            sentence: string;
            month?: components["schemas"]["YearMonth"] | null;
            /**
             * Format: int64
             * @description How many members.
             */
            people?: number | null;
            /** Format: int64 */
            amount_fen?: Fen | null;
            remittance_id?: components["schemas"]["Id"] | null;
            suspense_id?: components["schemas"]["Id"] | null;
            recovery_id?: components["schemas"]["Id"] | null;
            case_id?: components["schemas"]["Id"] | null;
            payer_id?: components["schemas"]["Id"] | null;
        };
        /** @description 合计，按栏目 */
        Totals: {
            [key: string]: number;
        };
        /** @description 转移催办 as its page shows it. */
        TransferCase: components["schemas"]["TransferCaseSummary"] & {
            opened_at: components["schemas"]["Moment"];
            /** @description Null when it isn't the caller's to know, as the next two. */
            opened_by_name?: string | null;
            ended_at?: components["schemas"]["Moment"] | null;
            ended_by_name?: string | null;
            ended_reason?: string | null;
            /** @description The stored file that proves a forced sealing, by the SM3 of its bytes. */
            proof?: string | null;
            seal_from?: components["schemas"]["YearMonth"] | null;
            /** @description What the caller may do with it: `withdraw`, `decline`, `seal`, `force`, `notify`. */
            can: string[];
        };
        /**
         * @description waiting 待原单位封存，sealed 原单位已封存，forced 已强制封存，declined 已驳回，withdrawn 已撤回
         * @enum {string}
         */
        TransferCaseStatusCode: "waiting" | "sealed" | "forced" | "declined" | "withdrawn";
        /**
         * @description 转移催办: an employer is asked to seal the account of a member who works elsewhere. What is
         *     personal is masked.
         */
        TransferCaseSummary: {
            case_id: components["schemas"]["Id"];
            /** @description 业务流水. */
            serial: string;
            account_no: components["schemas"]["Number"];
            name: string;
            id_number: string;
            old?: components["schemas"]["TransferParty"] | null;
            new?: components["schemas"]["TransferParty"] | null;
            /** @description 缴存年月 from which the new employer contributes. */
            month: components["schemas"]["YearMonth"];
            /** @description The day the old employer was asked. */
            opened_on: components["schemas"]["Day"];
            /** @description The last day of its term. */
            due_on: components["schemas"]["Day"];
            status: components["schemas"]["TransferCaseStatusCode"];
        };
        /** @description Cases that were opened. */
        TransferCasesOpened: {
            /** @description How many. */
            opened: number;
        };
        /** @description Why a case is declined: the person still works with the old employer. */
        TransferDeclined: {
            /** @description On one line. */
            reason: string;
        };
        /** @description What proves that the person's employment has ended. */
        TransferForced: {
            /** @description The stored file. */
            proof: string;
            /** @description On one line. */
            reason: string;
        };
        /** @description What the notice says beyond the case: the name is whole, it goes to the member's own employer. */
        TransferNotice: {
            name: string;
        };
        /** @description One of the two employers of a case. */
        TransferParty: {
            employer_id: components["schemas"]["Id"];
            /** @description 单位名称. */
            employer_name: string;
        };
        /** @description Why a case is given up. */
        TransferWithdrawn: {
            /** @description On one line. */
            reason: string;
        };
        /**
         * @description identity 柜面核对身份，contact 联系缴存人，correction 核对或更正信息，inquiry 协助有权机关查询，other 其他
         * @enum {string}
         */
        UnmaskPurposeCode: "identity" | "contact" | "correction" | "inquiry" | "other";
        /** @description A member's data as they are. */
        UnmaskedMember: {
            /** @description 姓名. */
            name: string;
            /** @description 证件类型, a code. */
            id_kind: string;
            /** @description 证件号码. */
            id_number: string;
            /** @description 手机号码. */
            mobile?: string | null;
        };
        /** @description What somebody needs to see a member's data whole for. */
        Unmasking: {
            purpose: components["schemas"]["UnmaskPurposeCode"];
            /** @description On one line. */
            reason: string;
        };
        /**
         * @description money 以元为单位的金额，rate 带百分号的比例，number 整数，rounding 取整方式，deadline 工作日或自然日的期限，flag “是”或“否”，code 规定选项之一
         * @enum {string}
         */
        ValueKindCode: "money" | "rate" | "number" | "rounding" | "deadline" | "flag" | "code";
        /**
         * @description met 符合，broken 不符合
         * @enum {string}
         */
        VerdictCode: "met" | "broken";
        /**
         * @description in_force 现行，upcoming 待生效，past 历史，withdrawn 已撤回
         * @enum {string}
         */
        VersionStateCode: "in_force" | "upcoming" | "past" | "withdrawn";
        /** @description Why a version is withdrawn. */
        VersionWithdrawal: {
            reason: string;
        };
        /** @description 凭证. */
        Voucher: components["schemas"]["VoucherSummary"] & {
            lines: components["schemas"]["VoucherLine"][];
            /**
             * Format: int64
             * @description 附件单据数.
             */
            attachments: number;
            /** @description 金额大写. */
            amount_in_words: string;
            /** @description The chain's hash at its place; null while it waits for the bookkeeper. */
            hash?: string | null;
            /** @description On whose authority it was posted. */
            authority: string;
            run_id?: components["schemas"]["Id"] | null;
            /** @description 汇总凭证 of that run: the turnover of each account over all its vouchers. */
            run_lines: components["schemas"]["RunLine"][];
            recorded_at: components["schemas"]["Moment"];
        };
        /**
         * @description automatic 自动，manual 手工，opening 期初，reversal 冲销
         * @enum {string}
         */
        VoucherKindCode: "automatic" | "manual" | "opening" | "reversal";
        /** @description 分录. */
        VoucherLine: {
            /** Format: int64 */
            line_no: number;
            account_code: string;
            account_name: string;
            /** Format: int64 */
            debit_fen: Fen;
            /** Format: int64 */
            credit_fen: Fen;
            memo: string;
        };
        /** @description 凭证 as its list shows it. */
        VoucherSummary: {
            voucher_id: components["schemas"]["Id"];
            /** @description 账套. */
            book: components["schemas"]["LedgerBookCode"];
            /** @description 凭证号; null while it waits for the bookkeeper. */
            number?: string | null;
            /** @description 会计日期. */
            business_date: components["schemas"]["Day"];
            kind: components["schemas"]["VoucherKindCode"];
            /** @description 摘要. */
            summary: string;
            /**
             * Format: int64
             * @description 借方合计, which is that of 贷方; negative in a reversal.
             */
            debit_fen: Fen;
            /** @description What kind of business it belongs to, such as `remittance`. */
            source_kind: string;
            /** @description Which one. */
            source_id: string;
            /** @description 制单. */
            preparer: string;
            reverses?: components["schemas"]["Id"] | null;
            reversed_by?: components["schemas"]["Id"] | null;
        };
        /** @example 2026-11 */
        YearMonth: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_accounts: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：account_no；默认 account_no */
                sort?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                id_number?: string;
                /** @description 等于 */
                id_tail?: string;
                /** @description 等于 */
                name?: string;
                /** @description 等于 */
                mobile?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_AccountSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_accounts: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：account_no；默认 account_no */
                sort?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                id_number?: string;
                /** @description 等于 */
                id_tail?: string;
                /** @description 等于 */
                name?: string;
                /** @description 等于 */
                mobile?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_accounts: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：account_no；默认 account_no */
                sort?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                id_number?: string;
                /** @description 等于 */
                id_tail?: string;
                /** @description 等于 */
                name?: string;
                /** @description 等于 */
                mobile?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_contribution_certificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContributionCertificate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_member_mobile: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MobileChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_account_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_AccountChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_account_changes: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_account_entries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：entry_no；默认 -entry_no */
                sort?: string;
                /** @description 等于 */
                entry_no?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_EntryItem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_account_entries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：entry_no；默认 -entry_no */
                sort?: string;
                /** @description 等于 */
                entry_no?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_account_entries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：entry_no；默认 -entry_no */
                sort?: string;
                /** @description 等于 */
                entry_no?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_mobile_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_MobileChanged"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_account_months: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_MemberMonth"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_account_months: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_owed_months: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_OwedMonth"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_owed_months: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_entry_receipt: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntryReceipt"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_account_statement: {
        parameters: {
            query?: {
                /** @description The first day; all before it unless said. */
                from?: string;
                /** @description The last day; all after it unless said. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountStatement"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_account_timeline: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：at；默认 -at */
                sort?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                kind?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_TimelineEvent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_account_timeline: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：at；默认 -at */
                sort?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmask_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 个人账号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unmasking"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedMember"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Action"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_agent: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentEnd"];
            };
        };
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allocate_suspense: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAllocation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allocation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_approval_flows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalFlows"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_approval_flow: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalFlowChange"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalFlowSet"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_approval_flows: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_approvals: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：approval_id、due_on；默认 -approval_id */
                sort?: string;
                /** @description 等于 */
                approval_id?: string;
                /** @description 不小于 */
                "due_on.from"?: string;
                /** @description 不大于 */
                "due_on.to"?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                business?: string;
                /** @description 等于 */
                maker_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                subject_id?: string;
                /** @description 等于 */
                waits_for_me?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_ApprovalSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_many: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalsChosen"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsDecided"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_approvals: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：approval_id、due_on；默认 -approval_id */
                sort?: string;
                /** @description 等于 */
                approval_id?: string;
                /** @description 不小于 */
                "due_on.from"?: string;
                /** @description 不大于 */
                "due_on.to"?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                business?: string;
                /** @description 等于 */
                maker_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                subject_id?: string;
                /** @description 等于 */
                waits_for_me?: boolean;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDecided"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_back_approval: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDecided"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_approval: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_arrears: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、months_owed；默认 -months_owed */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                months_owed?: number;
                /** @description 不小于 */
                "months_owed.from"?: number;
                /** @description 不大于 */
                "months_owed.to"?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_Arrears"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_arrears: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、months_owed；默认 -months_owed */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                months_owed?: number;
                /** @description 不小于 */
                "months_owed.from"?: number;
                /** @description 不大于 */
                "months_owed.to"?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_arrears: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、months_owed；默认 -months_owed */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                months_owed?: number;
                /** @description 不小于 */
                "months_owed.from"?: number;
                /** @description 不大于 */
                "months_owed.to"?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_arrivals: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、value_date；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                value_date?: string;
                /** @description 不小于 */
                "value_date.from"?: string;
                /** @description 不大于 */
                "value_date.to"?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                bank_account_id?: string;
                /** @description 等于 */
                bank_serial?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_Arrival"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_arrival: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArrival"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalOutcome"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_arrivals: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、value_date；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                value_date?: string;
                /** @description 不小于 */
                "value_date.from"?: string;
                /** @description 不大于 */
                "value_date.to"?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                bank_account_id?: string;
                /** @description 等于 */
                bank_serial?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_arrivals: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、value_date；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                value_date?: string;
                /** @description 不小于 */
                "value_date.from"?: string;
                /** @description 不大于 */
                "value_date.to"?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                bank_account_id?: string;
                /** @description 等于 */
                bank_serial?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_back_arrival: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrivalTakeBack"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalTakenBack"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_events: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：audit_id、at；默认 -audit_id */
                sort?: string;
                /** @description 等于 */
                audit_id?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                actor?: string;
                /** @description 等于 */
                action?: string;
                /** @description 等于 */
                outcome?: string;
                /** @description 等于 */
                subject_kind?: string;
                /** @description 等于 */
                subject_id?: string;
                /** @description 等于 */
                "day.from"?: string;
                /** @description 等于 */
                "day.to"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_AuditEvent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit_events: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：audit_id、at；默认 -audit_id */
                sort?: string;
                /** @description 等于 */
                audit_id?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                actor?: string;
                /** @description 等于 */
                action?: string;
                /** @description 等于 */
                outcome?: string;
                /** @description 等于 */
                subject_kind?: string;
                /** @description 等于 */
                subject_id?: string;
                /** @description 等于 */
                "day.from"?: string;
                /** @description 等于 */
                "day.to"?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_balances: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
                /** @description 会计期间, the present month unless said. */
                month?: components["schemas"]["YearMonth"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balances"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_balances: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
                /** @description 会计期间, the present month unless said. */
                month?: components["schemas"]["YearMonth"];
                /** @description 要导出的栏目，逗号分隔；不填为全部. */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_bank_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_BankAccount"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_branches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Branch"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_branches: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_business_days: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：date；默认 -date */
                sort?: string;
                /** @description 不小于 */
                "date.from"?: string;
                /** @description 不大于 */
                "date.to"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_BusinessDay"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_business_day: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseDay"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_business_days: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：date；默认 -date */
                sort?: string;
                /** @description 不小于 */
                "date.from"?: string;
                /** @description 不大于 */
                "date.to"?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_business_day: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayOpening"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayOpened"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    centre: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Centre"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signing_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKey"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_certificates: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：certificate_id；默认 -certificate_id */
                sort?: string;
                /** @description 等于 */
                certificate_id?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                remittance_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                member_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_CertificateSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_certificates: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：certificate_id；默认 -certificate_id */
                sort?: string;
                /** @description 等于 */
                certificate_id?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                remittance_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                member_id?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                code?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    void_certificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateVoiding"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["Code"][];
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_delegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Delegation"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_delegation: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationChange"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationSet"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deputies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deputies"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_delegations: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_delegation: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Department"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_departments: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_employers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、name；默认 -employer_no */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                credit_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_EmployerSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_employer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmployerRegistration"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmployerRegistered"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_employers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、name；默认 -employer_no */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                credit_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                branch_id?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_employers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：employer_no、name；默认 -employer_no */
                sort?: string;
                /** @description 等于 */
                employer_no?: number;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                credit_code?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                contributes?: boolean;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_employer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Employer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_agents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_EmployerAgent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_agent: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentInvitation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentInvited"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_employer_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_EmployerFieldChange"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_employer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmployerChange"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmployerChanged"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_employer_changes: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_employer_months: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_EmployerMonth"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_employer_months: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_next_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_employer_payers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：arrangement_id；默认 -arrangement_id */
                sort?: string;
                /** @description 等于 */
                arrangement_id?: string;
                /** @description 等于 */
                payer_id?: string;
                /** @description 等于 */
                stands?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_PaidEmployer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_employer_payers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：arrangement_id；默认 -arrangement_id */
                sort?: string;
                /** @description 等于 */
                arrangement_id?: string;
                /** @description 等于 */
                payer_id?: string;
                /** @description 等于 */
                stands?: boolean;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterUploaded"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_employer_timeline: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：at；默认 -at */
                sort?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                kind?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_TimelineEvent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_employer_timeline: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：at；默认 -at */
                sort?: string;
                /** @description 不小于 */
                "at.from"?: string;
                /** @description 不大于 */
                "at.to"?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    store_file: {
        parameters: {
            query?: never;
            header: {
                /** @description 文件名，按 UTF-8 百分号编码 */
                "X-File-Name": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_agent_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentSecret"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description accepted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_agent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentSignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallEntered"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertificateCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedCertificate"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_employers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_HallEmployerSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_hall_employer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallEmployer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_agents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_HallAgent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_hall_agent: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HallAgentInvitation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallAgentInvited"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_hall_agent: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_hall_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    store_hall_file: {
        parameters: {
            query?: never;
            header: {
                /** @description 文件名，按 UTF-8 百分号编码 */
                "X-File-Name": string;
            };
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_remittances: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                payment_code?: string;
            };
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RemittanceSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_hall_remittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
                remittance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallRemittance"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_hall_receipt: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
                remittance_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_hall_next_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hall_roster_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_rosters: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：roster_id；默认 -roster_id */
                sort?: string;
                /** @description 等于 */
                roster_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
            };
            header?: never;
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RosterSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_hall_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterUpload"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterUploaded"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_hall_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_hall_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemittanceAssessed"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_hall_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description discarded */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_hall_roster_findings: {
        parameters: {
            query?: {
                /**
                 * @description `all` unless said: corrected, it is the roster to upload. A workbook of the faulty rows
                 *     alone is refused as a roster.
                 */
                rows?: "all" | "faulty";
            };
            header?: never;
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_roster_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
                /** @description 等于 */
                faulty?: boolean;
                /** @description 等于 */
                change?: string;
            };
            header?: never;
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RosterLine"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_hall_missing_members: {
        parameters: {
            query?: {
                /** @description 每页行数. */
                limit?: number;
                /** @description 上一页的 next. */
                after?: string;
            };
            header?: never;
            path: {
                employer_id: string;
                roster_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_MissingMember"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_own_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_certificates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCertificates"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_own_certificate: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOwnCertificate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_own_certificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_member_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberClaim"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSent"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_entries: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the page before. */
                cursor?: string;
                /** @description How many, 1 to 200; 50 unless said. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberEntries"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_own_receipt: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntryReceipt"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enter_member_hall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallEntered"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_own_years: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberYears"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hall_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallSession"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave_hall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：job_id；默认 -job_id */
                sort?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_JobSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_jobs: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：job_id；默认 -job_id */
                sort?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                subject?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                    "text/event-stream": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_job: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobCancellation"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_job: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ledger_accounts: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_LedgerAccount"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ledger_lines: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
                /** @description 会计期间, the present month unless said. */
                month?: components["schemas"]["YearMonth"];
                /** @description 每页行数. */
                limit?: number;
                /** @description 上一页的 next. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description 科目编号 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerLines"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_ledger_lines: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
                /** @description 会计期间, the present month unless said. */
                month?: components["schemas"]["YearMonth"];
                /** @description 要导出的栏目，逗号分隔；不填为全部. */
                columns?: string;
            };
            header?: never;
            path: {
                /** @description 科目编号 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_meetings: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：meeting_id、held_on；默认 -held_on */
                sort?: string;
                /** @description 等于 */
                meeting_id?: string;
                /** @description 不小于 */
                "held_on.from"?: string;
                /** @description 不大于 */
                "held_on.to"?: string;
                /** @description 等于 */
                title?: string;
                /** @description 含有 */
                "title.contains"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_MeetingSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_meeting: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingRecord"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRecorded"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_meetings: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：meeting_id、held_on；默认 -held_on */
                sort?: string;
                /** @description 等于 */
                meeting_id?: string;
                /** @description 不小于 */
                "held_on.from"?: string;
                /** @description 不大于 */
                "held_on.to"?: string;
                /** @description 等于 */
                title?: string;
                /** @description 含有 */
                "title.contains"?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_meeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_resolution: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionRecord"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionRecorded"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    list_payers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、name；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                payer_id?: string;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                credit_code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_PayerSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_payer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayer"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerRegistered"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_payers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、name；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                payer_id?: string;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                credit_code?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_payers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial、name；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                payer_id?: string;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                credit_code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_payer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_arrangements: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：arrangement_id；默认 -arrangement_id */
                sort?: string;
                /** @description 等于 */
                arrangement_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                stands?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_PaidEmployer"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_arrangements: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：arrangement_id；默认 -arrangement_id */
                sort?: string;
                /** @description 等于 */
                arrangement_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                stands?: boolean;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_payer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayerChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_payer: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayerEnd"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_periods: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Period"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_periods: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
                /** @description 会计期间, the present month unless said. */
                month?: components["schemas"]["YearMonth"];
                /** @description 要导出的栏目，逗号分隔；不填为全部. */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_period: {
        parameters: {
            query?: {
                /** @description 账套, `fund` unless said. */
                book?: components["schemas"]["LedgerBookCode"];
            };
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                /** @description 会计期间 */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodClosed"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_PolicyItem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_policy_version: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionWithdrawal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionWithdrawn"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_policy: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyItem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_policy: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyChanged"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_policy_versions: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_recoveries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                recovery_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                debtor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_Recovery"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_recoveries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                recovery_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                debtor?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_recoveries: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                recovery_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                debtor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recover: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecovered"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovered"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_remittances: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RemittanceSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_remittances: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_remittances: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                payment_code?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_remittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remittance"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_remittance: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description cancelled */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_remittance_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RemittanceLine"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_remittance_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_remittance_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue_remittance_receipt: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateIssued"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_reversal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReversalPreview"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverse_remittance: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemittanceReversal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemittanceReversed"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_resolutions: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：resolution_id、resolution_number；默认 -resolution_id */
                sort?: string;
                /** @description 等于 */
                resolution_id?: string;
                /** @description 等于 */
                resolution_number?: string;
                /** @description 含有 */
                "resolution_number.contains"?: string;
                /** @description 等于 */
                title?: string;
                /** @description 含有 */
                "title.contains"?: string;
                /** @description 等于 */
                matter?: string;
                /** @description 等于 */
                meeting_id?: string;
                /** @description 等于 */
                citable?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_ResolutionSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_resolutions: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：resolution_id、resolution_number；默认 -resolution_id */
                sort?: string;
                /** @description 等于 */
                resolution_id?: string;
                /** @description 等于 */
                resolution_number?: string;
                /** @description 含有 */
                "resolution_number.contains"?: string;
                /** @description 等于 */
                title?: string;
                /** @description 含有 */
                "title.contains"?: string;
                /** @description 等于 */
                matter?: string;
                /** @description 等于 */
                meeting_id?: string;
                /** @description 等于 */
                citable?: boolean;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_resolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    void_resolution: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionVoiding"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_Role"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_role: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRole"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAdded"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_role_grants: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_roles: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rosters: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：roster_id；默认 -roster_id */
                sort?: string;
                /** @description 等于 */
                roster_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RosterSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_rosters: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：roster_id；默认 -roster_id */
                sort?: string;
                /** @description 等于 */
                roster_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roster_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_rosters: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：roster_id；默认 -roster_id */
                sort?: string;
                /** @description 等于 */
                roster_id?: string;
                /** @description 等于 */
                employer_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 不小于 */
                "month.from"?: string;
                /** @description 不大于 */
                "month.to"?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                branch_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_roster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemittanceAssessed"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_roster: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description discarded */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_roster_findings: {
        parameters: {
            query?: {
                /**
                 * @description `all` unless said: corrected, it is the roster to upload. A workbook of the faulty rows
                 *     alone is refused as a roster.
                 */
                rows?: "all" | "faulty";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_roster_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
                /** @description 等于 */
                faulty?: boolean;
                /** @description 等于 */
                change?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_RosterLine"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_roster_lines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_roster_line_list: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
                /** @description 等于 */
                faulty?: boolean;
                /** @description 等于 */
                change?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_roster_lines: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：line_no；默认 line_no */
                sort?: string;
                /** @description 等于 */
                line_no?: number;
                /** @description 等于 */
                faulty?: boolean;
                /** @description 等于 */
                change?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_missing_members: {
        parameters: {
            query?: {
                /** @description 每页行数. */
                limit?: number;
                /** @description 上一页的 next. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_MissingMember"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_missing_members: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_missing_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_transfer_cases: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferCasesOpened"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seal_accounts: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSealing"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealingMade"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_own_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    give_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSetUp"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPassword"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_sign_ins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIns"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_own_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_staff: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：sign_in_name；默认 sign_in_name */
                sort?: string;
                /** @description 等于 */
                sign_in_name?: string;
                /** @description 含有 */
                "sign_in_name.contains"?: string;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_StaffMember"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hire_staff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Hiring"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hired"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_staff: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：sign_in_name；默认 sign_in_name */
                sort?: string;
                /** @description 等于 */
                sign_in_name?: string;
                /** @description 含有 */
                "sign_in_name.contains"?: string;
                /** @description 等于 */
                name?: string;
                /** @description 含有 */
                "name.contains"?: string;
                /** @description 等于 */
                branch_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_staff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_staff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffAssignment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffChanged"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_staff_sessions: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leave_staff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_staff_password: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordReset"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_staff_second_factor: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_staff_sign_ins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIns"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlock_staff: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_suspense: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                suspense_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                named?: string;
                /** @description 等于 */
                reason_code?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_Suspense"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_suspense: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                suspense_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                named?: string;
                /** @description 等于 */
                reason_code?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_suspense: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                suspense_id?: string;
                /** @description 等于 */
                arrival_id?: string;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                owner?: string;
                /** @description 等于 */
                named?: string;
                /** @description 等于 */
                reason_code?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllocationCandidates"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_suspense_movements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Items_SuspenseMovement"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_suspense_movements: {
        parameters: {
            query?: {
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_suspense: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspenseReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspenseReturned"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingApproval"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_transfer_cases: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                old_employer_id?: string;
                /** @description 等于 */
                new_employer_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_TransferCaseSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_transfer_cases: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：serial；默认 -serial */
                sort?: string;
                /** @description 等于 */
                serial?: number;
                /** @description 等于 */
                status?: string;
                /** @description 等于 */
                account_no?: number;
                /** @description 等于 */
                old_employer_id?: string;
                /** @description 等于 */
                new_employer_id?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_transfer_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferCase"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_transfer_case: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferDeclined"];
            };
        };
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    force_transfer_case: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferForced"];
            };
        };
        responses: {
            /** @description sealed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_transfer_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferNotice"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_transfer_case: {
        parameters: {
            query?: never;
            header: {
                /** @description 每次办理一个，重试时不变：同一个键只办理一次 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferWithdrawn"];
            };
        };
        responses: {
            /** @description ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_vouchers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：voucher_id、business_date；默认 -business_date */
                sort?: string;
                /** @description 等于 */
                voucher_id?: string;
                /** @description 等于 */
                book?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                amount_fen?: Fen;
                /** @description 不小于 */
                "amount_fen.from"?: number;
                /** @description 不大于 */
                "amount_fen.to"?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                source_kind?: string;
                /** @description 等于 */
                source_id?: string;
                /** @description 等于 */
                run_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 等于 */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Listing_VoucherSummary"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_vouchers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：voucher_id、business_date；默认 -business_date */
                sort?: string;
                /** @description 等于 */
                voucher_id?: string;
                /** @description 等于 */
                book?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                amount_fen?: Fen;
                /** @description 不小于 */
                "amount_fen.from"?: number;
                /** @description 不大于 */
                "amount_fen.to"?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                source_kind?: string;
                /** @description 等于 */
                source_id?: string;
                /** @description 等于 */
                run_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 等于 */
                account?: string;
                /** @description 要导出的栏目，逗号分隔；不填为全部 */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    total_vouchers: {
        parameters: {
            query?: {
                /** @description 每页行数 */
                limit?: number;
                /** @description 上一页的 next */
                after?: string;
                /** @description 排序栏目，前加“-”为倒序：voucher_id、business_date；默认 -business_date */
                sort?: string;
                /** @description 等于 */
                voucher_id?: string;
                /** @description 等于 */
                book?: string;
                /** @description 等于 */
                business_date?: string;
                /** @description 不小于 */
                "business_date.from"?: string;
                /** @description 不大于 */
                "business_date.to"?: string;
                /** @description 等于 */
                amount_fen?: Fen;
                /** @description 不小于 */
                "amount_fen.from"?: number;
                /** @description 不大于 */
                "amount_fen.to"?: number;
                /** @description 等于 */
                kind?: string;
                /** @description 等于 */
                source_kind?: string;
                /** @description 等于 */
                source_id?: string;
                /** @description 等于 */
                run_id?: string;
                /** @description 等于 */
                month?: string;
                /** @description 等于 */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_voucher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Voucher"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
